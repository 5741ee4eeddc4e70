package org.werkgraaf.web.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.werkgraaf.picture.RowChart;
import org.werkgraaf.picture.RowChart.Value;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.web.picture.PictureWords;
import org.werkgraaf.web.picture.Pictures;
import org.werkgraaf.web.text.PageText;

/** Sums of fines for print: what was imposed, and what is left of it where it was lowered. */
@Component
class FinesPicture {
    private final PictureWords words;
    private final Pictures pictures;

    FinesPicture(PictureWords words, Pictures pictures) {
        this.words = words;
        this.pictures = pictures;
    }

    Sheet of(Overview overview, FinesRequest asked, PageText text) {
        List<FineSums> known = FineSums.by(asked.by(), asked.select(overview)).stream()
                .filter(sums -> sums.imposed().signum() > 0)
                .toList();
        List<FineSums> shown = MatrixPage.cut(known, pictures.rowsMax());
        boolean lowered = shown.stream().anyMatch(sums -> sums.reduced() > 0);
        List<RowChart.Row> rows = shown.stream()
                .map(sums -> new RowChart.Row(
                        FinesController.label(asked.by(), sums.key(), overview.atlas(), text),
                        values(sums, lowered, asked.currency(), text)))
                .toList();
        List<String> series = lowered
                ? List.of(text.message("fines.imposed"), text.message("fines.left"))
                : List.of(text.message("fines.imposed"));
        List<String> notes = new ArrayList<>();
        if (shown.size() < known.size()) {
            notes.add(text.message("picture.cut", shown.size(), known.size()));
        }
        if (!asked.by().equals("year")) {
            notes.add(text.message("fines.twice." + asked.by()));
        }
        notes.add(text.message("fines.note"));
        String title =
                text.message("picture.title", text.message("fines.title"), text.message("fines.by." + asked.by()));
        return new RowChart(
                        words.heading(
                                title,
                                text.message("fines.note.currency", asked.currency()),
                                notes,
                                overview.atlas().release(),
                                text),
                        series,
                        rows,
                        tick -> text.compact(tick, asked.currency()),
                        PictureWords.logarithmic(text))
                .draw();
    }

    private static List<Value> values(FineSums sums, boolean lowered, String currency, PageText text) {
        Value imposed = value(sums.imposed(), text.compact(sums.imposed(), currency));
        if (!lowered) {
            return List.of(imposed);
        }
        return sums.reduced() == 0
                ? List.of(imposed, new Value(null, ""))
                : List.of(
                        imposed,
                        value(sums.left(), text.message("amount.inForce", text.compact(sums.left(), currency))));
    }

    private static Value value(BigDecimal number, String words) {
        return new Value(number.doubleValue(), words);
    }
}

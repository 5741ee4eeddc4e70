package org.werkgraaf.web.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.engine.binding.Binding;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.picture.RowChart;
import org.werkgraaf.picture.RowChart.Value;
import org.werkgraaf.picture.Sheet;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionChart;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.web.picture.PictureWords;
import org.werkgraaf.web.picture.Pictures;
import org.werkgraaf.web.text.PageText;

/** The numbers of an answer for print. */
@Component
public class QuestionPicture {
    private final PictureWords words;
    private final Pictures pictures;
    private final QuestionRunner runner;
    private final EntityReader reader;
    private final MessageSource messages;

    QuestionPicture(
            PictureWords words, Pictures pictures, QuestionRunner runner, EntityReader reader, MessageSource messages) {
        this.words = words;
        this.pictures = pictures;
        this.runner = runner;
        this.reader = reader;
        this.messages = messages;
    }

    /** Draws it; empty when no column has numbers. */
    Optional<Sheet> of(QuestionAnswer answer) {
        return drawn(answer, cells(answer)).map(drawn -> sheet(answer, drawn));
    }

    /** Whether there is something to draw. */
    public boolean draws(QuestionAnswer answer) {
        return drawn(answer, cells(answer)).isPresent();
    }

    private QuestionCells cells(QuestionAnswer answer) {
        return new QuestionCells(
                answer, reader.presentation(), new PageText(answer.request().lang(), messages));
    }

    private Sheet sheet(QuestionAnswer answer, Drawn drawn) {
        QuestionChart chart = drawn.chart();
        String lang = answer.request().lang();
        PageText text = new PageText(lang, messages);
        QuestionCells cells = cells(answer);
        List<RowChart.Row> rows = new ArrayList<>();
        for (Binding row : answer.rows()) {
            Number number = QuestionCells.number(row.get(chart.value())).orElse(null);
            if (number != null && drawn.has(cells, row) && rows.size() < pictures.rowsMax()) {
                rows.add(new RowChart.Row(
                        cells.label(row, chart.label()),
                        List.of(new Value(
                                number.doubleValue(),
                                cells.cell(row, chart.value()).text()))));
            }
        }
        Map<String, String> names = runner.columns(answer.request().question(), lang);
        String column = names.getOrDefault(chart.value(), chart.value());
        String currency = PageText.isCurrency(drawn.unit()) ? drawn.unit() : null;
        // A unit as readers write it behind a number.
        String unit = currency == null ? text.figure("0", drawn.unit()).replaceFirst("^0[\\s\\p{Z}]*", "") : currency;
        List<String> notes = new ArrayList<>();
        if (drawn.others() > 0) {
            notes.add(text.message("picture.unit", unit.isEmpty() ? column : unit, drawn.others()));
        }
        if (rows.size() + drawn.others() < answer.total()) {
            notes.add(text.message("picture.first", rows.size(), answer.total()));
        }
        return new RowChart(
                        words.heading(
                                answer.request().question().summary(lang),
                                unit.isEmpty() ? column : column + " (" + unit + ")",
                                notes,
                                answer.release(),
                                text),
                        List.of(column),
                        rows,
                        tick -> text.compact(tick, currency),
                        PictureWords.logarithmic(text))
                .draw();
    }

    /**
     * What the question says is drawn; else the first column of numbers, beside the first of things: one that has one unit, or the
     * rows of one in its commonest unit.
     */
    private static Optional<Drawn> drawn(QuestionAnswer answer, QuestionCells cells) {
        QuestionChart said = answer.request().question().chart();
        if (said != null) {
            return Optional.of(said)
                    .filter(chart -> hasNumbers(answer, chart.value()))
                    .map(chart -> Drawn.of(answer, cells, chart));
        }
        String label = answer.variables().stream()
                .filter(name -> answer.rows().stream().anyMatch(row -> isName(row, name)))
                .findFirst()
                .orElse(null);
        if (label == null) {
            return Optional.empty();
        }
        return answer.variables().stream()
                .filter(name -> !name.equals(label) && !cells.isYear(name) && hasNumbers(answer, name))
                .map(name -> Drawn.of(answer, cells, new QuestionChart(QuestionChart.Kind.BARS, label, name)))
                .min(Comparator.comparing(drawn -> drawn.others() > 0));
    }

    private static boolean hasNumbers(QuestionAnswer answer, String name) {
        return answer.rows().stream()
                .anyMatch(row -> QuestionCells.number(row.get(name)).isPresent());
    }

    private static boolean isName(Binding row, String name) {
        var node = row.get(name);
        return node != null && node.isURI();
    }

    /**
     * @param unit of the rows that are drawn; empty for a plain number
     * @param others how many rows have a number of another unit, which no scale compares with these
     */
    private record Drawn(QuestionChart chart, String unit, int others) {
        static Drawn of(QuestionAnswer answer, QuestionCells cells, QuestionChart chart) {
            Map<String, Integer> units = new LinkedHashMap<>();
            for (Binding row : answer.rows()) {
                if (QuestionCells.number(row.get(chart.value())).isPresent()) {
                    units.merge(cells.unit(row, chart.value()).orElse(""), 1, Integer::sum);
                }
            }
            String commonest = units.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            int all = units.values().stream().mapToInt(Integer::intValue).sum();
            return new Drawn(chart, commonest, all - units.getOrDefault(commonest, 0));
        }

        boolean has(QuestionCells cells, Binding row) {
            return others == 0 || unit.equals(cells.unit(row, chart.value()).orElse(""));
        }
    }
}

package org.werkgraaf.web.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;
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

    /** Draws it; empty when no column has numbers of one unit. */
    Optional<Sheet> of(QuestionAnswer answer) {
        return chart(answer, cells(answer)).map(chart -> drawn(answer, chart));
    }

    /** Whether there is something to draw. */
    public boolean draws(QuestionAnswer answer) {
        return chart(answer, cells(answer)).isPresent();
    }

    private QuestionCells cells(QuestionAnswer answer) {
        return new QuestionCells(
                answer, reader.presentation(), new PageText(answer.request().lang(), messages));
    }

    private Sheet drawn(QuestionAnswer answer, QuestionChart chart) {
        String lang = answer.request().lang();
        PageText text = new PageText(lang, messages);
        QuestionCells cells = cells(answer);
        List<RowChart.Row> rows = new ArrayList<>();
        String unit = null;
        for (Binding row : answer.rows()) {
            Number number = QuestionCells.number(row.get(chart.value())).orElse(null);
            if (number != null && rows.size() < pictures.rowsMax()) {
                unit = unit == null ? cells.unit(row, chart.value()).orElse(null) : unit;
                rows.add(new RowChart.Row(
                        cells.label(row, chart.label()),
                        List.of(new Value(
                                number.doubleValue(),
                                cells.cell(row, chart.value()).text()))));
            }
        }
        Map<String, String> names = runner.columns(answer.request().question(), lang);
        String column = names.getOrDefault(chart.value(), chart.value());
        String currency = unit != null && PageText.isCurrency(unit) ? unit : null;
        List<String> notes = rows.size() < answer.total()
                ? List.of(text.message("picture.first", rows.size(), answer.total()))
                : List.of();
        return new RowChart(
                        words.heading(
                                answer.request().question().summary(lang),
                                unit == null ? column : column + " (" + unit + ")",
                                notes,
                                answer.release(),
                                text),
                        List.of(column),
                        rows,
                        tick -> text.compact(tick, currency),
                        PictureWords.logarithmic(text))
                .draw();
    }

    /** What the question says is drawn; else the first column of numbers that have one unit, beside the first of things. */
    private static Optional<QuestionChart> chart(QuestionAnswer answer, QuestionCells cells) {
        QuestionChart said = answer.request().question().chart();
        if (said != null) {
            return hasNumbers(answer, said.value()) ? Optional.of(said) : Optional.empty();
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
                .filter(name -> units(answer, cells, name).size() == 1)
                .findFirst()
                .map(name -> new QuestionChart(QuestionChart.Kind.BARS, label, name));
    }

    private static boolean hasNumbers(QuestionAnswer answer, String name) {
        return answer.rows().stream()
                .anyMatch(row -> QuestionCells.number(row.get(name)).isPresent());
    }

    private static boolean isName(Binding row, String name) {
        var node = row.get(name);
        return node != null && node.isURI();
    }

    private static Set<String> units(QuestionAnswer answer, QuestionCells cells, String name) {
        Set<String> units = new HashSet<>();
        for (Binding row : answer.rows()) {
            if (QuestionCells.number(row.get(name)).isPresent()) {
                @Nullable String unit = cells.unit(row, name).orElse(null);
                units.add(Objects.requireNonNullElse(unit, ""));
            }
        }
        return units;
    }
}

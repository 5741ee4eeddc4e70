package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.werkgraaf.entity.Description.HistoryStep;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.web.text.PageText;

class HistoryLineTest {
    private final PageText text = new PageText("en", new StaticMessageSource());

    @Test
    void putsStepsWhereTheirDatesAre() {
        assertThat(xs("2020-01-01", "2021-01-01", "2022-01-01", "2024-01-01")).containsExactly(8.0, 29.0, 50.0, 92.0);
    }

    @Test
    void showsAmountsAndEachYearOnce() {
        List<HistoryStep> steps =
                List.of(step("2019-11-05", null), step("2023-12-27", "32000000"), step("2025", "15000000"));
        List<HistoryLine.Point> points =
                HistoryLine.of(steps, Map.of("amount", "EUR"), text).points();
        assertThat(points).extracting(HistoryLine.Point::label).containsExactly("2019", "2023", "2025");
        assertThat(points).extracting(HistoryLine.Point::amount).containsExactly("", "€32M", "€15M");
        assertThat(points).extracting(HistoryLine.Point::number).containsExactly(1, 2, 3);
    }

    @Test
    void drawsNoLineForOneDate() {
        assertThat(HistoryLine.of(List.of(), Map.of(), text).points()).isEmpty();
        assertThat(HistoryLine.of(List.of(step("2020-01-01", null), step("2020-01-01", null)), Map.of(), text)
                        .points())
                .isEmpty();
    }

    @RepeatedTest(20)
    void keepsStepsInOrderApartAndOnTheLine(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int count = 2 + random.nextInt(20);
        List<String> dates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dates.add(String.format("20%02d-0%d-1%d", random.nextInt(30), 1 + random.nextInt(9), random.nextInt(10)));
        }
        dates.set(0, "2000-01-01");
        dates.sort(null);
        List<Double> xs = xs(dates.toArray(String[]::new));
        if (xs.isEmpty()) {
            return;
        }
        double apart = Math.min(7.5, 84.0 / (count - 1)) - 0.11;
        for (int i = 1; i < xs.size(); i++) {
            assertThat(xs.get(i) - xs.get(i - 1))
                    .as("seed %d", repetition.getCurrentRepetition())
                    .isGreaterThanOrEqualTo(apart);
        }
        assertThat(xs).allMatch(x -> x >= 7.9 && x <= 92.1);
    }

    private List<Double> xs(String... dates) {
        return HistoryLine.of(
                        List.of(dates).stream().map(date -> step(date, null)).toList(), Map.of(), text)
                .points()
                .stream()
                .map(point -> (double) Math.round(Double.parseDouble(point.x()) * 10) / 10)
                .toList();
    }

    private static HistoryStep step(String date, @org.jspecify.annotations.Nullable String amount) {
        List<Relation> facts = amount == null
                ? List.of()
                : List.of(new Relation(
                        "p",
                        "amount",
                        Map.of(),
                        false,
                        List.of(new Value(null, null, Map.of(), amount, "decimal", true, List.of()))));
        return new HistoryStep("step/x-" + date, date, Map.of(), facts);
    }
}

package org.werkgraaf.web.check;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places that a page refers to, in the order in which a reader meets them. */
final class PlacesMet {
    /** Parts that refer to no place, or stand elsewhere on the page. */
    private static final Set<String> WITHOUT =
            Set.of(Part.DEPENDS.text(), Part.ASIDE.text(), Part.OTHERS.text(), Part.NOT.text());

    private PlacesMet() {}

    /** Ids of the places: of the question above the rest, of the parts from top to bottom, of what depends, and of the risk classes. */
    static List<String> on(
            CheckAnswer answer,
            CheckAnswer.@Nullable Question next,
            List<CheckPage.Section> sections,
            List<CheckPage.Group> groups) {
        Stream<String> first = Stream.ofNullable(next).flatMap(PlacesMet::weighed);
        Stream<String> parts = sections.stream()
                .filter(section -> !WITHOUT.contains(section.name()))
                .flatMap(section -> section.norms().stream())
                .flatMap(norm -> places(norm.reasons()));
        Stream<String> open = groups.stream()
                .flatMap(group -> Stream.concat(
                        weighed(group.question()),
                        group.norms().stream()
                                .flatMap(norm -> places(norm.reasons().stream()
                                        .filter(reason -> reason.holds() == null)
                                        .toList()))));
        Stream<String> classes = answer.riskClasses().values().stream().flatMap(PlacesMet::places);
        return Stream.of(first, parts, open, classes)
                .flatMap(places -> places)
                .distinct()
                .toList();
    }

    private static Stream<String> weighed(CheckAnswer.Question question) {
        return question.open() == null
                ? Stream.empty()
                : Optional.ofNullable(question.weighed()).stream()
                        .flatMap(Collection::stream)
                        .map(CheckAnswer.Weighed::passage);
    }

    private static Stream<String> places(List<CheckAnswer.Reason> reasons) {
        return reasons.stream().flatMap(reason -> Stream.ofNullable(reason.passage()));
    }
}

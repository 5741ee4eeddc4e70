package org.werkgraaf.web.check;

import java.util.List;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ClassNames;

/**
 * What an answer comes down to.
 *
 * @param forbidden prohibitions that apply
 * @param maybe the first prohibitions that depend on what was not said
 * @param more how many others do
 * @param coming prohibitions that will apply whatever was not said
 * @param conditions what must be so before it may begin
 */
record CheckGist(
        List<CheckAnswer.Norm> forbidden,
        List<CheckAnswer.Norm> maybe,
        int more,
        List<CheckAnswer.Norm> coming,
        List<CheckAnswer.Norm> conditions) {
    private static final int TOLD = 3;

    /** @param sections the parts of the answer */
    static CheckGist of(List<CheckPage.Section> sections) {
        List<CheckAnswer.Norm> maybe =
                part(sections, Part.DEPENDS).filter(CheckGist::isProhibition).toList();
        return new CheckGist(
                part(sections, Part.FORBIDDEN).toList(),
                maybe.stream().limit(TOLD).toList(),
                Math.max(0, maybe.size() - TOLD),
                part(sections, Part.COMING)
                        .filter(norm -> isProhibition(norm) && norm.missing().isEmpty())
                        .toList(),
                part(sections, Part.PRECONDITION).toList());
    }

    private static Stream<CheckAnswer.Norm> part(List<CheckPage.Section> sections, Part part) {
        return sections.stream()
                .filter(section -> section.name().equals(part.text()))
                .flatMap(section -> section.norms().stream());
    }

    /** Whether it bans the thing itself; a ban that binds how it is used is no answer to whether it may be. */
    private static boolean isProhibition(CheckAnswer.Norm norm) {
        return norm.kind().equals(ClassNames.PROHIBITION)
                && !Part.IN_EACH_USE.toString().equals(norm.phase());
    }
}

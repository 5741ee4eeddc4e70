package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.werkgraaf.vocabulary.ClassNames;

/** The sections of an answer, in the order in which somebody must know them. */
final class CheckPage {
    private static final String APPLIES = "applies";
    private static final Map<String, Predicate<CheckAnswer.Norm>> SECTIONS = sections();

    private CheckPage() {}

    /**
     * A part of the answer.
     *
     * @param name key of its heading
     * @param norms what stands in it
     * @param folded whether it is shown closed: what does not apply
     */
    record Section(String name, List<CheckAnswer.Norm> norms, boolean folded) {}

    /** The sections that have something in them; a norm stands in the first that fits. */
    static List<Section> of(CheckAnswer answer) {
        List<CheckAnswer.Norm> left = new ArrayList<>(answer.outcomes());
        List<Section> found = new ArrayList<>();
        SECTIONS.forEach((name, fits) -> {
            List<CheckAnswer.Norm> here = left.stream().filter(fits).toList();
            left.removeAll(here);
            if (!here.isEmpty()) {
                found.add(new Section(name, here, name.equals("not")));
            }
        });
        return found;
    }

    private static Map<String, Predicate<CheckAnswer.Norm>> sections() {
        Map<String, Predicate<CheckAnswer.Norm>> sections = new LinkedHashMap<>();
        sections.put("forbidden", norm -> is(norm, ClassNames.PROHIBITION, APPLIES));
        sections.put(
                "precondition",
                norm -> is(norm, ClassNames.OBLIGATION, APPLIES) && "precondition".equals(norm.phase()));
        sections.put("before", norm -> is(norm, ClassNames.OBLIGATION, APPLIES) && "before-use".equals(norm.phase()));
        sections.put(
                "during",
                norm -> is(norm, ClassNames.OBLIGATION, APPLIES)
                        && (norm.phase() == null || norm.phase().equals("during-use")));
        sections.put("after", norm -> is(norm, ClassNames.OBLIGATION, APPLIES));
        sections.put(
                "demand",
                norm -> norm.kind().equals(ClassNames.RIGHT) && (norm.state().equals(APPLIES) || norm.bindsAnother()));
        sections.put("coming", norm -> norm.state().equals("not-yet"));
        sections.put("depends", norm -> norm.state().equals("depends"));
        sections.put("others", CheckAnswer.Norm::bindsAnother);
        sections.put("not", norm -> true);
        return sections;
    }

    private static boolean is(CheckAnswer.Norm norm, String kind, String state) {
        return norm.kind().equals(kind) && norm.state().equals(state);
    }
}

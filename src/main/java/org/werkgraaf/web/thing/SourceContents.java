package org.werkgraaf.web.thing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.web.text.PageText;

/**
 * What a source says, below its headings in reading order: all of it, or that part that a reader asked for, by pages.
 *
 * @param large whether it is shown by pages
 * @param headings all headings of a long source, with a way to each; empty of a short one, and of one with hardly more passages than
 *     headings
 * @param subjects what many of its passages speak of, by class; empty of a short source
 * @param sections what is shown
 * @param total how many passages there are in the part that was asked for
 * @param first number of the first of them that is shown; 0 without any
 * @param last number of the last
 * @param previous the page before this one, if there is one
 * @param next the page after it, if there is one
 */
public record SourceContents(
        boolean large,
        List<Heading> headings,
        List<Subjects> subjects,
        List<Section> sections,
        int total,
        int first,
        int last,
        @Nullable String previous,
        @Nullable String next) {
    /** A source with more passages than this is shown by pages. */
    static final int PASSAGES_MAX = 60;

    /** Passages on a page at the most. */
    private static final int PAGE = 50;

    /** Characters of passages on a page before the next begins: some ten screens of a phone. */
    private static final int PAGE_CHARACTERS = 9_000;

    /** What the line below a passage takes, in characters. */
    private static final int FOOT_CHARACTERS = 150;

    /** Of what fewer passages speak of, the page of the thing itself tells. */
    private static final int PASSAGES_OF_SUBJECT_MIN = 3;

    /** Those of which most passages speak. */
    private static final int SUBJECTS_MAX = 120;

    /**
     * @param label by language; empty when the source has none there
     * @param count passages below it
     * @param link to them
     * @param shown whether they alone are shown
     */
    public record Heading(Map<String, String> label, int count, String link, boolean shown) {}

    /**
     * @param type class of the subjects
     * @param each things that passages speak of, by name
     */
    public record Subjects(String type, List<Subject> each) {}

    /**
     * @param thing what passages speak of
     * @param name in the reader's language, or the nearest
     * @param count how many passages
     */
    public record Subject(Value thing, String name, int count) {}

    /**
     * @param heading by language; empty when the source has none there
     * @param places its passages
     */
    public record Section(Map<String, String> heading, List<Place> places) {}

    /** Whether it is shown by pages. */
    public boolean isLong() {
        return large;
    }

    /**
     * @param mentions what each passage speaks of, by its id; read only when it is needed
     * @param day the day that the reader named; absent for the present one
     */
    static SourceContents of(
            Description source, Map<String, List<Value>> mentions, Wanted wanted, PageText text, @Nullable String day) {
        WordFilter words = new WordFilter(wanted.words(), text);
        List<Section> all = sections(source.places(), text);
        List<Place> found = (wanted.section() == 0
                        ? source.places()
                        : wanted.section() > all.size()
                                ? List.<Place>of()
                                : all.get(wanted.section() - 1).places())
                .stream()
                        .filter(words::passes)
                        .filter(place -> wanted.about() == null
                                || mentions.getOrDefault(place.id(), List.of()).stream()
                                        .anyMatch(thing -> wanted.about().equals(thing.id())))
                        .toList();
        boolean large = source.places().size() > PASSAGES_MAX;
        List<Integer> pages = large ? pages(found, text) : List.of(0);
        int before = wanted.page() > pages.size() ? found.size() : pages.get(wanted.page() - 1);
        int after = wanted.page() < pages.size() ? pages.get(wanted.page()) : found.size();
        return new SourceContents(
                large,
                large && 2 * all.size() <= source.places().size() ? headings(source, all, wanted, day) : List.of(),
                large ? subjects(mentions, text) : List.of(),
                sections(found.subList(before, after), text),
                found.size(),
                before == after ? 0 : before + 1,
                after,
                wanted.page() > 1 && before > 0
                        ? wanted.onPage(Math.min(wanted.page() - 1, pages.size()))
                                .link(source.id(), day)
                        : null,
                after < found.size() ? wanted.onPage(wanted.page() + 1).link(source.id(), day) : null);
    }

    /** With which passage each page begins: long ones fill a page sooner than short ones. */
    private static List<Integer> pages(List<Place> found, PageText text) {
        List<Integer> pages = new ArrayList<>(List.of(0));
        int characters = 0;
        for (int i = 0; i < found.size(); i++) {
            Place place = found.get(i);
            int more = FOOT_CHARACTERS
                    + text.pick(place.paraphrases(), "").length()
                    + 2 * text.pick(place.sections(), "").length();
            int begun = pages.get(pages.size() - 1);
            if (i > begun && (characters + more > PAGE_CHARACTERS || i - begun >= PAGE)) {
                pages.add(i);
                characters = 0;
            }
            characters += more;
        }
        return pages;
    }

    private static List<Heading> headings(
            Description source, List<Section> sections, Wanted wanted, @Nullable String day) {
        List<Heading> headings = new ArrayList<>();
        for (Section section : sections) {
            int number = headings.size() + 1;
            headings.add(new Heading(
                    section.heading(),
                    section.places().size(),
                    wanted.inSection(number).link(source.id(), day),
                    wanted.section() == number));
        }
        return headings;
    }

    private static List<Section> sections(List<Place> places, PageText text) {
        return places.stream()
                .collect(Collectors.groupingBy(
                        place -> text.pick(place.sections(), ""), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(each -> new Section(each.get(0).sections(), each))
                .toList();
    }

    private static List<Subjects> subjects(Map<String, List<Value>> mentions, PageText text) {
        Map<Value, Integer> counts = new LinkedHashMap<>();
        mentions.values().forEach(things -> Set.copyOf(things).forEach(thing -> counts.merge(thing, 1, Integer::sum)));
        Map<String, List<Subject>> byType = counts.entrySet().stream()
                .filter(each -> each.getValue() >= PASSAGES_OF_SUBJECT_MIN)
                .filter(each -> each.getKey().id() != null && each.getKey().type() != null)
                .map(each -> new Subject(
                        each.getKey(),
                        text.name(each.getKey().labels(), each.getKey().text()),
                        each.getValue()))
                .sorted(Comparator.comparing(Subject::count).reversed().thenComparing(Subject::name))
                .limit(SUBJECTS_MAX)
                .sorted(Comparator.comparing(subject -> subject.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(
                        subject -> String.valueOf(subject.thing().type()), TreeMap::new, Collectors.toList()));
        return byType.entrySet().stream()
                .map(each -> new Subjects(each.getKey(), each.getValue()))
                .toList();
    }
}

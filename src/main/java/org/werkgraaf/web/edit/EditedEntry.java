package org.werkgraaf.web.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.edit.Entry;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryProblem;
import org.werkgraaf.edit.EntryProblem.Reason;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.edit.NamedThings;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Puts the parts of a page together: a thing, the place that speaks of it, and the source of that place. */
final class EditedEntry {
    private static final String LABEL = "prefLabel.en";
    private static final String TITLE = "title";
    /** Stands in addresses for a thing that has no name yet. */
    static final String NEW = "new";

    private final Filled filled;
    private final Predicate<ThingId> exists;
    private final Entry entry;
    private @Nullable ThingId passage;

    private EditedEntry(Filled filled, Predicate<ThingId> exists, NamedThings things) {
        this.filled = filled;
        this.exists = exists;
        this.entry = new Entry(things);
    }

    /**
     * The forms of a page.
     *
     * @param thing of the thing
     * @param passage of places
     * @param source of sources
     */
    record Forms(EntryForm thing, EntryForm passage, EntryForm source) {}

    /**
     * What was filled in.
     *
     * @param before what is written of the thing
     */
    static EditedEntry of(
            Filled filled, Forms forms, EntryState before, Predicate<ThingId> exists, NamedThings things) {
        EditedEntry edited = new EditedEntry(filled, exists, things);
        Entry.Part thing = new Entry.Part(Filled.THING, forms.thing(), before, filled.thing());
        edited.entry.own(thing);
        edited.passage = edited.place(forms, thing.saysAtPlace()).orElse(null);
        edited.entry.stated(thing, edited.passage);
        edited.entry.without(before, filled.without());
        return edited;
    }

    /** What was filled in, as a change or with what is wrong with it. */
    Entry entry() {
        return entry;
    }

    /** The id that a new thing gets: the one that was given, or one made of its name. */
    static Optional<ThingId> newId(Filled filled, String segment, Predicate<ThingId> exists) {
        String given = filled.plain("slug");
        return given.isEmpty()
                ? EditIds.free(segment, EditIds.slug(first(filled.thing(), LABEL)), exists)
                : ThingId.parse(segment + "/" + given).filter(id -> !id.slug().equals(NEW));
    }

    /** The place that is meant: one that is there, or a new one with what is said of it. */
    private Optional<ThingId> place(Forms forms, boolean wanted) {
        String known = filled.plain("passage");
        if (!known.isEmpty()) {
            return known(known, forms.passage().segment(), Filled.PASSAGE, "passage");
        }
        Entry.Part empty = new Entry.Part(Filled.PASSAGE, forms.passage(), none(forms.passage()), filled.passage());
        if (!empty.says() && !wanted) {
            return Optional.empty();
        }
        Optional<ThingId> source = source(forms);
        Optional<ThingId> id =
                source.flatMap(each -> EditIds.free(forms.passage().segment(), slug(each), exists));
        entry.own(new Entry.Part(
                Filled.PASSAGE,
                forms.passage(),
                EntryState.none(id.orElseGet(() -> unnamed(forms.passage()))),
                filled.passage()));
        id.ifPresent(each -> entry.link(each, Wg.IN_SOURCE, source.orElseThrow()));
        return id.or(() -> Optional.of(unnamed(forms.passage())));
    }

    private Optional<ThingId> source(Forms forms) {
        String known = filled.plain("source");
        if (!known.isEmpty()) {
            return known(known, forms.source().segment(), Filled.SOURCE, "source");
        }
        String name = Stream.of(first(filled.source(), LABEL), titled(filled.source()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Optional<ThingId> id = EditIds.free(forms.source().segment(), EditIds.slug(name), exists);
        if (id.isEmpty()) {
            entry.problem(new EntryProblem(Filled.SOURCE, "", "", Reason.NO_PLACE, ""));
            return Optional.empty();
        }
        entry.own(new Entry.Part(Filled.SOURCE, forms.source(), EntryState.none(id.get()), filled.source()));
        return id;
    }

    private Optional<ThingId> known(String name, String segment, String part, String field) {
        Optional<ThingId> id = EditThings.id(name).filter(each -> each.segment().equals(segment) && exists.test(each));
        if (id.isEmpty()) {
            entry.problem(new EntryProblem(part, field, "", Reason.NO_THING, name));
        }
        return id;
    }

    /** {@code <source>-p12}, as far as the place has a page, paragraph or heading. */
    private String slug(ThingId source) {
        String place = Stream.of(
                        named("p", Wg.PAGE.getLocalName()),
                        named("par", Wg.PARAGRAPH.getLocalName()),
                        named("l", Wg.LINE.getLocalName()),
                        named("", Wg.SECTION.getLocalName() + ".en"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("p1");
        return source.slug() + "-" + place;
    }

    private String named(String before, String field) {
        String slug = EditIds.slug(first(filled.passage(), field));
        return slug.isEmpty() ? "" : before + slug;
    }

    private static String titled(Map<String, List<String>> source) {
        return source.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TITLE + "."))
                .flatMap(entry -> entry.getValue().stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String first(Map<String, List<String>> part, String field) {
        return part.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A thing that has no name yet. */
    static EntryState none(EntryForm form) {
        return EntryState.none(unnamed(form));
    }

    private static ThingId unnamed(EntryForm form) {
        return new ThingId(form.segment(), "0");
    }
}

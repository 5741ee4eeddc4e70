package org.werkgraaf.web.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.edit.EntryState;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.edit.PasteReader.Paste;
import org.werkgraaf.web.text.PageText;

/** Helps to fill a form in: by what a pasted identifier says, and by the places that a source has. Nothing is looked at or saved then. */
@Component
class FormHelp {
    /** Asks for what a pasted identifier says. */
    static final String FILL = "fill";
    /** Asks for the places in a source. */
    static final String PLACES = "places";

    static final String PASTE = "paste";
    static final String PASTE_SOURCE = "pasteSource";
    private static final String SOURCE = "source";
    static final String WORDS = "placeWords";

    private final PasteReader pastes;
    private final Places places;

    FormHelp(PasteReader pastes, Places places) {
        this.pastes = pastes;
        this.places = places;
    }

    /**
     * What came of a paste, in words.
     *
     * @param text what is told
     * @param link of the thing that has it already; absent when none has
     * @param name of that thing
     * @param good whether something was filled in
     */
    record PasteView(String text, @Nullable String link, String name, boolean good) {}

    /**
     * The form with the help that was asked for, or that what was pasted asks for.
     *
     * @param before what is written of the thing
     * @return empty when none was
     */
    Optional<ModelAndView> help(String asked, EditPage page, EntryState before) {
        Filled filled = page.filled();
        boolean pasted =
                !filled.plain(PASTE).isEmpty() || !filled.plain(PASTE_SOURCE).isEmpty();
        if (pasted) {
            return Optional.of(filled(page, before));
        }
        if (asked.equals(PLACES)) {
            List<Places.PlaceView> found =
                    places.find(EditThings.id(filled.plain(SOURCE)).orElse(null), filled.plain(WORDS), page.text());
            return Optional.of(page.shown(before, List.of()).addObject("places", found));
        }
        return Optional.empty();
    }

    /** The place that is chosen, if there is one of that id. */
    Optional<Places.PlaceView> chosen(Filled filled, PageText text) {
        return EditThings.id(filled.plain(Filled.PLACE)).flatMap(id -> places.find(id, text));
    }

    private ModelAndView filled(EditPage page, EntryState before) {
        Filled filled = page.filled();
        List<PasteView> told = new ArrayList<>();
        String thing = filled.plain(PASTE);
        if (!thing.isEmpty()) {
            EntryForm form = page.forms().thing();
            Paste paste = pastes.read(thing, form);
            told.add(told(thing, paste, form, page));
            filled = filled.with(Filled.THING, paste.values());
        }
        String source = filled.plain(PASTE_SOURCE);
        Map<String, String> plain = new LinkedHashMap<>(Map.of(PASTE, "", PASTE_SOURCE, ""));
        if (!source.isEmpty()) {
            EntryForm form = page.forms().source();
            Paste paste = pastes.read(source, form);
            told.add(told(source, paste, form, page));
            ThingId existing = paste.existing();
            if (existing != null && existing.segment().equals(form.segment())) {
                plain.put(SOURCE, existing.toString());
            }
            filled = filled.with(Filled.SOURCE, paste.values());
        }
        return page.with(filled.with(plain)).shown(before, List.of()).addObject("pastes", told);
    }

    private static PasteView told(String given, Paste paste, EntryForm form, EditPage page) {
        PageText text = page.text();
        ThingId existing = paste.existing();
        String fields = paste.values().keySet().stream()
                .flatMap(name -> form.field(name).stream())
                .map(field -> text.pick(field.labels(), field.name()))
                .collect(Collectors.joining(", "));
        return new PasteView(
                text.message("edit.paste." + paste.outcome().name(), given, fields),
                existing == null ? null : "/id/" + existing,
                existing == null ? "" : page.things().name(existing.toString(), text),
                paste.outcome() == Paste.Outcome.FILLED);
    }
}

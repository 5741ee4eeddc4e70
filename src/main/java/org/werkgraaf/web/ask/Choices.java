package org.werkgraaf.web.ask;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.text.PageText;

/** The values of a field to choose from. */
public final class Choices {
    private Choices() {}

    /** Things by name in the reader's language; ids that the atlas does not have are left out. */
    public static List<Choice> of(Atlas atlas, Collection<String> ids, PageText text, String lang) {
        Collator order = Collator.getInstance(Languages.of(lang).locale());
        return ids.stream()
                .distinct()
                .flatMap(id -> atlas.find(id).stream())
                .map(thing ->
                        new Choice(thing.id(), text.marked(thing.labels(), thing.id()), text.foreign(thing.labels())))
                .sorted(Comparator.comparing(Choice::label, order))
                .toList();
    }

    /**
     * @param value of the parameter
     * @param label what the reader sees
     * @param lang language of the label when that is not the reader's
     */
    public record Choice(
            String value, String label, @Nullable String lang) {}
}

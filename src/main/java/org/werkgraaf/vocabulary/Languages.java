package org.werkgraaf.vocabulary;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The languages of the service, with what to show when a text lacks one; all of it is read from {@code languages.properties}. */
public final class Languages {
    private static final LanguageRegistry REGISTRY = LanguageRegistry.packaged();

    /** The codes of those that readers can choose, in the order in which they are offered. */
    public static final List<String> ALL = REGISTRY.offered();

    /** The codes of those whose words are known: those of the readers, and those from which people paste. */
    public static final List<String> READ = List.copyOf(REGISTRY.known().keySet());

    /** The codes of those that glue words together. */
    public static final List<String> GLUING =
            READ.stream().filter(code -> of(code).compounds()).toList();

    /** The code of the one for readers who ask for none that is offered. */
    public static final String FIRST = ALL.get(0);

    /** The code of the one of the documentation, of the ontology and of messages to programs. */
    public static final String DOCUMENTATION = REGISTRY.documentation();

    private Languages() {}

    /**
     * What is known of a language.
     *
     * @throws IllegalArgumentException when nothing is
     */
    public static Language of(String code) {
        Language language = REGISTRY.known().get(code);
        if (language == null) {
            throw new IllegalArgumentException("The language '" + code + "' is not known; use one of " + READ + ".");
        }
        return language;
    }

    /** Every language that is known. */
    public static Collection<Language> known() {
        return REGISTRY.known().values();
    }

    /** The language itself when everything has a label in it, else the first that stands in for it. */
    public static String labelled(String lang) {
        return of(lang).content() == Language.Content.SOME ? REGISTRY.fallback().get(0) : lang;
    }

    /** The codes of the language and of those that stand in for it, in order. */
    public static List<String> inOrder(String lang) {
        Set<String> order = new LinkedHashSet<>();
        order.add(lang);
        order.addAll(REGISTRY.fallback());
        return List.copyOf(order);
    }

    /** The language of the text that a reader gets, by code: the reader's own, or the nearest that there is; empty without texts. */
    public static Optional<String> nearest(Collection<String> codes, String lang) {
        return inOrder(lang).stream()
                .filter(codes::contains)
                .findFirst()
                .or(() -> codes.stream().findFirst());
    }

    /** The text in a language, or in the nearest one that there is. */
    public static String pick(Map<String, String> values, String lang, String otherwise) {
        return nearest(values.keySet(), lang)
                .map(found -> Objects.requireNonNull(values.get(found)))
                .orElse(otherwise);
    }
}

package org.werkgraaf.web.ontology;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.text.Markdown;

/** Writes the terms of the graph in Markdown: a line for each class and property. */
@Component
public class OntologyMarkdown {
    private final Ontologies ontologies;

    OntologyMarkdown(Ontologies ontologies) {
        this.ontologies = ontologies;
    }

    /** The release whose terms these are. */
    public String release() {
        return ontologies.current().page().release();
    }

    /**
     * Classes with how many things there are and how their ids begin; properties with where they lead and how many statements there
     * are.
     *
     * @param lang of the labels beside the names; the definitions are in the language of the ontology
     */
    public String of(String lang) {
        OntologyPage page = ontologies.current().page();
        return new Markdown()
                .heading(1, "Terms of the graph")
                .paragraph("PREFIX wg: <" + Wg.NS + "> · version " + Markdown.plain(page.version()) + " · release "
                        + page.release() + " · shapes: /shape.ttl · all of it: /ontology.ttl")
                .heading(2, "Classes")
                .list(page.classes().stream().map(term -> line(term, lang)).toList())
                .heading(2, "Properties")
                .list(page.properties().stream().map(term -> line(term, lang)).toList())
                .toString();
    }

    private static String line(OntologyPage.ClassTerm term, String lang) {
        return "`wg:" + term.words().name() + "`" + label(term.words(), lang)
                + (term.segment().isEmpty() ? "" : " `" + term.segment() + "/…`")
                + " " + term.things()
                + is(term.above())
                + ": " + definition(term.words());
    }

    private static String is(List<OntologyPage.Name> above) {
        return above.isEmpty() ? "" : ", is a " + names(above, " and ");
    }

    private static String line(OntologyPage.PropertyTerm term, String lang) {
        String ends = term.domain().isEmpty() && term.range().isEmpty()
                ? ""
                : " (" + (names(term.domain(), " or ") + " → " + names(term.range(), " or ")).strip() + ")";
        return "`wg:" + term.words().name() + "`" + label(term.words(), lang) + ends + " " + term.statements() + ": "
                + definition(term.words());
    }

    private static String names(List<OntologyPage.Name> names, String between) {
        return names.stream().map(OntologyPage.Name::name).collect(Collectors.joining(between));
    }

    private static String label(OntologyPage.Words words, String lang) {
        String label = words.labels().get(lang);
        return label == null || lang.equals(Languages.DOCUMENTATION) ? "" : " " + Markdown.plain(label);
    }

    private static String definition(OntologyPage.Words words) {
        Map<String, String> texts = words.definitions().isEmpty() ? words.labels() : words.definitions();
        return Markdown.plain(Objects.requireNonNullElse(
                texts.get(Languages.DOCUMENTATION), Languages.pick(texts, Languages.DOCUMENTATION, "")));
    }
}

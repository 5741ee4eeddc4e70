package org.werkgraaf.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Times;
import org.werkgraaf.vocabulary.Languages;

/**
 * What the index keeps of one entity to show it in a list.
 *
 * @param id {@code <segment>/<slug>}
 * @param iri its IRI
 * @param type local name of its class
 * @param labels preferred label by language
 * @param altLabels other names, of all languages
 * @param hiddenLabels names under which it is found and which are not shown, of all languages
 * @param identifiers official identifiers
 * @param summaries definition by language
 * @param jurisdiction ids of its jurisdictions
 * @param date ISO day, month or year that it is filed under: decision, entry into force, publication
 * @param holding on which days it holds, or since when it is decided; absent for what time does not touch
 * @param verification slug of how far it was checked
 * @param details short facts for a result card, by the local name of the property; things as ids, texts with an
 *     at sign and their language behind the name
 * @param about ids of what it is about itself, by the parameter of a facet with wider and narrower values
 * @param holdsForNarrower parameters of those facets of which it holds for what is narrower; of the others it counts for what is wider
 * @param wider ids of all that is wider than it
 * @param said where a source says what a card shows of it; absent when its class has none on a card, or no source says it
 */
public record Thing(
        String id,
        String iri,
        String type,
        Map<String, String> labels,
        List<String> altLabels,
        List<String> hiddenLabels,
        List<Identifier> identifiers,
        Map<String, String> summaries,
        List<String> jurisdiction,
        @Nullable String date,
        @Nullable Holding holding,
        @Nullable String verification,
        Map<String, List<String>> details,
        Map<String, List<String>> about,
        List<String> holdsForNarrower,
        List<String> wider,
        @Nullable Said said) {
    /**
     * @param passage id of the passage
     * @param source id of its source
     * @param sections headings by language
     * @param pages pages as printed
     * @param paragraphs paragraphs
     * @param lines lines of the text edition
     */
    public record Said(
            String passage,
            String source,
            Map<String, String> sections,
            List<String> pages,
            List<String> paragraphs,
            List<String> lines) {}

    /**
     * @param scheme name of the scheme, such as ECLI
     * @param value the identifier
     */
    public record Identifier(String scheme, String value) {}

    /**
     * @param from ISO day from which it holds; absent when none is known, or when its dates were moved before they came
     * @param until the last day; absent while no end is known
     * @param undated whether no day is known on which it holds, or not until when
     */
    public record Holding(@Nullable String from, @Nullable String until, boolean undated) {
        static @Nullable Holding of(Times times) {
            return times.isTimeless()
                    ? null
                    : new Holding(
                            times.from().map(LocalDate::toString).orElse(null),
                            times.until().map(LocalDate::toString).orElse(null),
                            times.undated());
        }
    }

    /** The label in a language, or in the nearest one that it has. */
    public String label(String lang) {
        return Languages.pick(labels, lang, id);
    }

    /** The definition in a language, or in the nearest one that it has; empty when it has none. */
    public String summary(String lang) {
        return Languages.pick(summaries, lang, "");
    }
}

package org.werkgraaf.index;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.vocabulary.Wg;

/** The dimensions by which entities are counted and filtered. */
public enum Facet {
    TYPE(FacetNames.TYPE, null),
    JURISDICTION(FacetNames.JURISDICTION, Wg.JURISDICTION),
    TECHNIQUE(FacetNames.TECHNIQUE, Wg.TECHNIQUE),
    DATA_CATEGORY(FacetNames.DATA_CATEGORY, Wg.DATA_CATEGORY),
    INSTRUMENT(FacetNames.INSTRUMENT, null),
    RISK(FacetNames.RISK, Wg.RISK),
    RISK_CLASS(FacetNames.RISK_CLASS, null),
    AUTHORITY(FacetNames.AUTHORITY, null),
    ORGANISATION(FacetNames.ORGANISATION, null),
    ISSUER(FacetNames.ISSUER, null),
    ADDRESSEE(FacetNames.ADDRESSEE, null),
    MAKER(FacetNames.MAKER, null),
    PUBLISHER(FacetNames.PUBLISHER, null),
    AUTHOR(FacetNames.AUTHOR, null),
    SURVEY(FacetNames.SURVEY, null),
    OUTCOME(FacetNames.OUTCOME, null),
    STATUS(FacetNames.STATUS, null),
    VERIFICATION(FacetNames.VERIFICATION, null),
    SOURCE(FacetNames.SOURCE, null);

    private final String parameter;
    private final @Nullable Node hierarchy;

    Facet(String parameter, @Nullable Node hierarchy) {
        this.parameter = parameter;
        this.hierarchy = hierarchy;
    }

    /** The class of its values when these are wider and narrower; then things count for more than what they are about. */
    Optional<Node> hierarchy() {
        return Optional.ofNullable(hierarchy);
    }

    /** Whether its values are wider and narrower. */
    public boolean isHierarchical() {
        return hierarchy != null;
    }

    /** Where the index keeps its values: those for which things count, or only those that they are about. */
    String dimension(boolean direct) {
        return direct && isHierarchical() ? "direct-" + parameter : parameter;
    }

    /** Name of the dimension in requests and answers. */
    public String parameter() {
        return parameter;
    }

    /** The dimension of that name. */
    public static Optional<Facet> of(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }
}

package org.werkgraaf.web.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.werkgraaf.assess.Material;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/** What an answer refers to by id: names, places and sources, each kept once. */
final class References {
    private static final String PROVISION = "provision";
    private static final String DASH = " – ";

    private final Atlas atlas;
    private final Material material;
    private final PageText text;
    private final boolean all;
    private final Map<ThingId, String> names = new HashMap<>();
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, CheckAnswer.Place> passages = new LinkedHashMap<>();
    private final Map<String, CheckAnswer.Source> sources = new LinkedHashMap<>();

    /** @param all whether each place has the address where it can be read by itself */
    References(Atlas atlas, Material material, PageText text, boolean all) {
        this.all = all;
        this.atlas = atlas;
        this.material = material;
        this.text = text;
    }

    /** The name of a thing. */
    String name(ThingId id) {
        return names.computeIfAbsent(
                id,
                key -> text.name(
                        atlas.find(id.toString()).map(Atlas.Thing::labels).orElse(Map.of()), id.toString()));
    }

    /** The id of a thing whose name is kept; of a provision, what stands before the dash, as lawyers cite it. */
    String refer(ThingId id) {
        labels.computeIfAbsent(
                id.toString(), key -> id.segment().equals(PROVISION) ? name(id).split(DASH)[0] : name(id));
        return id.toString();
    }

    /** Keeps a name that the norms of the release have. */
    String keep(ThingId id, Map<String, String> names) {
        labels.computeIfAbsent(id.toString(), key -> text.name(names, key));
        return id.toString();
    }

    List<String> refer(Collection<ThingId> ids) {
        return ids.stream().map(this::refer).toList();
    }

    /** All things of the class with that segment, by id. */
    List<ThingId> ofClass(String segment) {
        return atlas.below(segment).stream()
                .map(thing -> new ThingId(segment, thing.id().substring(segment.length() + 1)))
                .toList();
    }

    /** Keeps the first place of which something is known, with its source. */
    Optional<String> place(List<ThingId> candidates) {
        Optional<Material.Place> found = candidates.stream()
                .flatMap(passage -> Optional.ofNullable(material.places().get(passage)).stream())
                .findFirst();
        found.ifPresent(place -> {
            String source = place.source().toString();
            sources.computeIfAbsent(
                    source,
                    key -> new CheckAnswer.Source(
                            text.name(place.sourceLabels(), source),
                            place.sourcePage().orElse(null)));
            passages.computeIfAbsent(
                    place.passage().toString(),
                    key -> new CheckAnswer.Place(
                            source,
                            place.sections().isEmpty() ? null : text.pick(place.sections(), ""),
                            all ? place.webPage().orElse(null) : null,
                            place.verification().orElse(null)));
        });
        return found.map(place -> place.passage().toString());
    }

    Map<String, String> labels() {
        return labels;
    }

    Map<String, CheckAnswer.Place> passages() {
        return passages;
    }

    Map<String, CheckAnswer.Source> sources() {
        return sources;
    }
}

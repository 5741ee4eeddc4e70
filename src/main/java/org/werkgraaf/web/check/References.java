package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;

/** What an answer refers to by id: names, places and sources, each kept once. */
final class References {
    private final CheckWording wording;
    private final boolean all;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, CheckAnswer.Place> passages = new LinkedHashMap<>();
    private final Map<String, CheckAnswer.Source> sources = new LinkedHashMap<>();

    /** @param all whether each place has the address where it can be read by itself */
    References(CheckWording wording, boolean all) {
        this.wording = wording;
        this.all = all;
    }

    /** The name of a thing. */
    String name(ThingId id) {
        return wording.name(id);
    }

    /** The id of a thing whose name is kept; of a provision, what stands before the dash, as lawyers cite it. */
    String refer(ThingId id) {
        String text = id.toString();
        if (!labels.containsKey(text)) {
            labels.put(text, wording.shortName(id));
        }
        return text;
    }

    /** Keeps a name that the norms of the release have. */
    String keep(ThingId id, Map<String, String> names) {
        labels.computeIfAbsent(id.toString(), key -> wording.text().marked(names, key));
        return id.toString();
    }

    List<String> refer(Collection<ThingId> ids) {
        List<String> texts = new ArrayList<>(ids.size());
        ids.forEach(id -> texts.add(refer(id)));
        return texts;
    }

    /** Keeps a place with its source; returns the id of the passage. */
    @Nullable String place(CheckWording.@Nullable Located located) {
        if (located == null) {
            return null;
        }
        if (passages.putIfAbsent(located.passage(), all ? located.whole() : located.place()) == null) {
            sources.putIfAbsent(located.place().source(), located.source());
        }
        return located.passage();
    }

    /** By id. */
    Map<String, String> labels() {
        return new TreeMap<>(labels);
    }

    Map<String, CheckAnswer.Place> passages() {
        return passages;
    }

    Map<String, CheckAnswer.Source> sources() {
        return sources;
    }
}

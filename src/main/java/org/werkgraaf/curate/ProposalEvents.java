package org.werkgraaf.curate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what happens to proposals as JSON, and makes the proposals of it again. */
final class ProposalEvents {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENT = "event";
    private static final String AT = "at";
    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String ANSWER = "answer";
    private static final String RECEIVED = ProposalState.RECEIVED.code();

    private ProposalEvents() {}

    /** That a proposal came. */
    static String received(String id, Instant at, ProposalText text) {
        return write(RECEIVED, id, at, Map.of(TEXT, text));
    }

    /** That a proposal came into another state. */
    static String became(ProposalState state, String id, Instant at, @Nullable String answer) {
        return write(state.code(), id, at, answer == null ? Map.of() : Map.of(ANSWER, answer));
    }

    private static String write(String event, String id, Instant at, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(EVENT, event);
        fields.put(AT, at.toString());
        fields.put(ID, id);
        fields.putAll(more);
        return JSON.writeValueAsString(fields);
    }

    /** Has an event change what is known. */
    static void replay(String event, Map<String, Proposal> proposals) {
        JsonNode json = JSON.readTree(event);
        String id = json.get(ID).asString();
        Instant at = Instant.parse(json.get(AT).asString());
        if (json.get(EVENT).asString().equals(RECEIVED)) {
            ProposalText text = JSON.treeToValue(json.get(TEXT), ProposalText.class);
            proposals.put(id, new Proposal(id, proposals.size() + 1L, at, text, ProposalState.RECEIVED, at, null));
            return;
        }
        // The line that said that it came may be the one that was damaged.
        proposals.computeIfPresent(
                id,
                (known, proposal) -> proposal.in(
                        ProposalState.valueOf(json.get(EVENT).asString().toUpperCase(java.util.Locale.ROOT)),
                        at,
                        json.path(ANSWER).asStringOpt().orElse(null)));
    }

    /** The event without what the reader and the curator wrote, when it is one of that proposal. */
    static String withoutWords(String event, String id) {
        ObjectNode json = (ObjectNode) JSON.readTree(event);
        if (!json.get(ID).asString().equals(id)) {
            return event;
        }
        if (json.has(TEXT)) {
            ProposalText text = Objects.requireNonNull(JSON.treeToValue(json.get(TEXT), ProposalText.class));
            json.set(TEXT, JSON.valueToTree(text.withoutWords()));
        }
        json.remove(ANSWER);
        return JSON.writeValueAsString(json);
    }
}

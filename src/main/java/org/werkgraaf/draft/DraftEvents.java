package org.werkgraaf.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.werkgraaf.change.ChangeFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what happens to changes that wait as JSON, and makes them of it again. */
final class DraftEvents {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENT = "event";
    private static final String AT = "at";
    private static final String ID = "id";
    private static final String BY = "by";
    private static final String WORDS = "words";
    private static final String CHANGE = "change";
    private static final String PATCH = "patch";
    private static final String SUBJECT = "subject";
    private static final String PAGE = "page";
    private static final String FORM = "form";
    private static final String NUMBER = "number";
    private static final String KEPT = "kept";
    private static final String WORDS_BY = "wordsBy";

    private DraftEvents() {}

    /** That one was kept, or kept anew with something else in it. */
    static String kept(String id, Instant at, DraftState state, DraftChange.Text text) {
        Map<String, Object> fields = begun(state, id, at);
        fields.put(SUBJECT, text.subject());
        fields.put(PAGE, text.page());
        fields.put(PATCH, ChangeFormat.write(text.change()));
        fields.put(FORM, text.form());
        return JSON.writeValueAsString(fields);
    }

    /** All that is known of one: in place of what happened to it before. */
    static String whole(DraftChange draft) {
        Map<String, Object> fields = begun(draft.state(), draft.id(), draft.since());
        fields.put(NUMBER, draft.number());
        fields.put(KEPT, draft.kept().toString());
        fields.put(BY, draft.by());
        fields.put(WORDS, draft.words());
        fields.put(WORDS_BY, draft.wordsBy());
        fields.put(CHANGE, draft.change());
        fields.put(SUBJECT, draft.text().subject());
        fields.put(PAGE, draft.text().page());
        fields.put(PATCH, ChangeFormat.write(draft.text().change()));
        fields.put(FORM, draft.text().form());
        return JSON.writeValueAsString(fields);
    }

    /** That one came into another state. */
    static String became(DraftState state, String id, Instant at, String by, String words, String change) {
        Map<String, Object> fields = begun(state, id, at);
        fields.put(BY, by);
        fields.put(WORDS, words);
        fields.put(CHANGE, change);
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, Object> begun(DraftState state, String id, Instant at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(EVENT, state.code());
        fields.put(AT, at.toString());
        fields.put(ID, id);
        return fields;
    }

    /** Has an event change what is known. */
    static void replay(String event, Map<String, DraftChange> drafts) {
        JsonNode json = JSON.readTree(event);
        String id = json.get(ID).asString();
        Instant at = Instant.parse(json.get(AT).asString());
        DraftState state = DraftState.of(json.get(EVENT).asString()).orElseThrow();
        if (json.has(NUMBER)) {
            drafts.put(
                    id,
                    new DraftChange(
                            id,
                            json.get(NUMBER).asLong(),
                            Instant.parse(json.get(KEPT).asString()),
                            text(json),
                            state,
                            at,
                            json.get(BY).asString(),
                            json.get(WORDS).asString(),
                            json.get(WORDS_BY).asString(),
                            json.get(CHANGE).asString()));
            return;
        }
        if (json.has(PATCH)) {
            DraftChange.Text text = text(json);
            DraftChange known = drafts.get(id);
            drafts.put(
                    id,
                    known == null ? DraftChange.first(id, next(drafts), text, state, at) : known.with(text, state, at));
            return;
        }
        // The line with what is in it may be the one that was damaged.
        drafts.computeIfPresent(
                id,
                (known, draft) -> draft.in(
                        state,
                        at,
                        json.get(BY).asString(),
                        json.get(WORDS).asString(),
                        json.get(CHANGE).asString()));
    }

    /** The number of the next one. */
    static long next(Map<String, DraftChange> drafts) {
        return drafts.values().stream().mapToLong(DraftChange::number).max().orElse(0) + 1;
    }

    private static DraftChange.Text text(JsonNode json) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        json.get(FORM).properties().forEach(field -> {
            List<String> values = new ArrayList<>();
            field.getValue().forEach(value -> values.add(value.asString()));
            form.put(field.getKey(), List.copyOf(values));
        });
        return new DraftChange.Text(
                json.get(SUBJECT).asString(),
                json.get(PAGE).asString(),
                ChangeFormat.read(json.get(PATCH).asString()),
                form);
    }
}

package org.werkgraaf.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;

/** The saved questions that are offered now: those of the release that is served. */
public final class SavedQuestions {
    private static final Held NONE = Held.of(List.of());

    private final GraphStore store;

    /** @param store serves the questions with the graph */
    public SavedQuestions(GraphStore store) {
        this.store = store;
    }

    /** All of them, by name. */
    public List<SavedQuestion> all() {
        return held().all();
    }

    /** All of them by topic, in the order in which readers see the topics; those without a question are left out. */
    public Map<String, List<SavedQuestion>> byTopic() {
        Map<String, List<SavedQuestion>> topics = new LinkedHashMap<>();
        SavedQuestionReader.TOPICS.forEach(topic -> topics.put(
                topic,
                all().stream()
                        .filter(question -> question.topic().equals(topic))
                        .toList()));
        topics.values().removeIf(List::isEmpty);
        return topics;
    }

    /** One by its name. */
    public Optional<SavedQuestion> find(String name) {
        return Optional.ofNullable(held().byName().get(name));
    }

    /** Has these questions offered with a release, before it is served. */
    public static void attach(OpenRelease release, List<SavedQuestion> questions) {
        release.attach(Held.class, Held.of(questions), () -> {});
    }

    private Held held() {
        return store.part(Held.class).orElse(NONE);
    }

    /** A number that changes when a question does, to be told beside the release. */
    public String version() {
        return held().version();
    }

    private record Held(List<SavedQuestion> all, Map<String, SavedQuestion> byName, String version) {
        static Held of(List<SavedQuestion> questions) {
            return new Held(
                    List.copyOf(questions),
                    questions.stream().collect(Collectors.toMap(SavedQuestion::name, Function.identity())),
                    Integer.toHexString(questions.stream()
                            .map(each -> each.toString() + each.sparql())
                            .toList()
                            .hashCode()));
        }
    }
}

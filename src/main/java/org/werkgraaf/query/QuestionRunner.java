package org.werkgraaf.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Wg;

/** Answers saved questions inside limits, and keeps the answers as long as the release stands. */
public final class QuestionRunner {
    private final GraphStore store;
    private final QuestionLimits limits;
    private final QueryRunner queries;
    private final QueryEngine engine;
    private final Semaphore running;
    private final Cache<Asked, QuestionAnswer> answers;
    private final Cache<Asked, Long> totals;
    private final Cache<Listed, List<Choice>> choices;

    /**
     * @param store what is asked
     * @param limits how long and how many at a time
     * @param queries holds each to the limits on memory and texts
     * @param engine answers the questions; what it finds is labelled from the store
     */
    public QuestionRunner(GraphStore store, QuestionLimits limits, QueryRunner queries, QueryEngine engine) {
        this.store = store;
        this.limits = limits;
        this.queries = queries;
        this.engine = engine;
        this.running = new Semaphore(limits.atOnceMax());
        this.answers = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(limits.cacheCellsMax())
                .weigher((Asked asked, QuestionAnswer answer) -> 20
                        + answer.rows().size() * answer.variables().size()
                        + answer.labels().size())
                .build();
        this.totals =
                Caffeine.newBuilder().maximumSize(limits.cacheCellsMax() / 100).build();
        this.choices = Caffeine.newBuilder()
                .maximumWeight(limits.cacheCellsMax())
                .weigher((Listed listed, List<Choice> found) -> 20 + found.size())
                .build();
    }

    /** The release that would answer now, if there is one. */
    public Optional<String> release() {
        return store.read(Snapshot::releaseId);
    }

    /**
     * Answers a question, from the cache when it was asked before in this release.
     *
     * @throws QuestionBusyException when too many are running
     * @throws QueryCancelledException when it ran out of time
     */
    public QuestionAnswer answer(QuestionRequest request) {
        return store.read(snapshot -> {
            String release = release(snapshot);
            Asked asked = new Asked(release, request);
            QuestionAnswer known = answers.getIfPresent(asked);
            if (known != null) {
                return known;
            }
            QuestionAnswer answer = inLine(() -> run(snapshot, release, request));
            answers.put(asked, answer);
            return answer;
        });
    }

    /** The values that the graph offers for a parameter, by label; empty for one that takes any. */
    public List<Choice> choices(QuestionParameter parameter, String lang) {
        Query values = parameter.values();
        if (values == null) {
            return List.of();
        }
        return store.read(snapshot -> {
            Listed listed = new Listed(release(snapshot), values, lang);
            List<Choice> known = choices.getIfPresent(listed);
            if (known != null) {
                return known;
            }
            List<Choice> found = inLine(() -> list(snapshot, values, lang));
            choices.put(listed, found);
            return found;
        });
    }

    /** Whether the graph says anything of a thing. */
    public boolean exists(Node thing) {
        return store.read(snapshot ->
                snapshot.dataset().find(Node.ANY, thing, Node.ANY, Node.ANY).hasNext());
    }

    /** What the columns of a question are called in a language, by name: as its header says, else as the ontology does. */
    public Map<String, String> columns(SavedQuestion question, String lang) {
        return names(question.select().getResultVars(), question.columns(), lang);
    }

    /** What the parameters of a question are called in a language, by name. */
    public Map<String, String> parameters(SavedQuestion question, String lang) {
        Map<String, Map<String, String>> told = new HashMap<>();
        question.parameters().forEach(each -> told.put(each.name(), each.labels()));
        return names(question.parameters().stream().map(QuestionParameter::name).toList(), told, lang);
    }

    private Map<String, String> names(List<String> keys, Map<String, Map<String, String>> told, String lang) {
        return store.read(snapshot -> {
            Labels labels = new Labels(snapshot.dataset(), lang);
            Map<String, String> names = new HashMap<>();
            keys.forEach(key -> {
                String name = Languages.pick(told.getOrDefault(key, Map.of()), lang, "");
                names.put(key, name.isEmpty() ? labels.ofTerm(key).orElse(key) : name);
            });
            return names;
        });
    }

    private <T> T inLine(Supplier<T> work) {
        if (!running.tryAcquire()) {
            throw new QuestionBusyException(limits.atOnceMax());
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private static String release(Snapshot snapshot) {
        return snapshot.releaseId().orElseThrow(() -> new IllegalStateException("No release is published"));
    }

    private QuestionAnswer run(Snapshot snapshot, String release, QuestionRequest request) {
        DatasetGraph dataset = snapshot.dataset();
        Query bound = request.question().bound(request.values(), request.lang());
        List<String> key = request.question().key();
        if (!key.isEmpty() && !request.each()) {
            RowsPerThing all = RowsPerThing.of(rows(snapshot, bound), key, bound.getResultVars(), request.lang());
            RowsPerThing page = all.page(request.offset(), request.size());
            return new QuestionAnswer(
                    request,
                    release,
                    bound.getResultVars(),
                    page.rows(),
                    page.more(),
                    labels(dataset, page.nodes(), request.lang()),
                    languages(dataset, page.nodes(), request.lang()),
                    all.rows().size());
        }
        // Bound once more: a copy by ARQ leaves out parts of HAVING.
        Query page = request.question().bound(request.values(), request.lang());
        page.setOffset(request.offset());
        page.setLimit(request.size() + 1L);
        List<Binding> rows = rows(snapshot, page);
        boolean more = rows.size() > request.size();
        List<Binding> shown = more ? List.copyOf(rows.subList(0, request.size())) : rows;
        // An empty page beyond the last one says nothing of the total.
        boolean counted = more || (shown.isEmpty() && request.page() > 1);
        long total = counted ? total(snapshot, bound, release, request) : request.offset() + shown.size();
        List<String> variables = bound.getResultVars();
        return new QuestionAnswer(
                request,
                release,
                variables,
                shown,
                List.of(),
                labels(dataset, nodes(shown), request.lang()),
                languages(dataset, nodes(shown), request.lang()),
                total);
    }

    /** All pages of an answer have the same total. */
    private long total(Snapshot snapshot, Query bound, String release, QuestionRequest request) {
        Asked anyPage =
                new Asked(release, new QuestionRequest(request.question(), request.values(), request.lang(), 1, 1));
        Long known = totals.getIfPresent(anyPage);
        long total = known == null ? count(snapshot, bound) : known;
        totals.put(anyPage, total);
        return total;
    }

    private List<Binding> rows(Snapshot snapshot, Query query) {
        return select(snapshot, query, found -> {
            List<Binding> rows = new ArrayList<>();
            found.forEachRemaining(row -> rows.add(row.detach()));
            return List.copyOf(rows);
        });
    }

    private long count(Snapshot snapshot, Query query) {
        return select(
                snapshot,
                CountQuery.of(query),
                found -> ((Number) found.next().get(CountQuery.TOTAL).getLiteralValue()).longValue());
    }

    private <T> T select(Snapshot snapshot, Query query, Function<Iterator<Binding>, T> reader) {
        try {
            return queries.here(limits.timeoutMillis(), meter -> {
                try (QueryEngine.Execution execution = engine.execute(query, QueryScope.of(snapshot), meter)) {
                    return reader.apply(execution.rows());
                }
            });
        } catch (QueryStoppedException e) {
            if (e.limit() == QueryStoppedException.Limit.TIME) {
                throw new QueryCancelledException();
            }
            throw e;
        }
    }

    private List<Choice> list(Snapshot snapshot, Query values, String lang) {
        DatasetGraph dataset = snapshot.dataset();
        Labels labels = new Labels(dataset, lang);
        return rows(snapshot, values).stream()
                .map(row -> row.get("value"))
                .map(value -> new Choice(
                        value,
                        value.isURI() ? labels.of(value).orElse(value.getURI()) : value.getLiteralLexicalForm(),
                        value.isURI() ? labels.foreign(value).orElse(null) : null,
                        kind(dataset, labels, value)))
                .sorted(Comparator.comparing(Choice::kind, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String kind(DatasetGraph dataset, Labels labels, Node value) {
        return Iter.asStream(dataset.find(Node.ANY, value, RDF.type.asNode(), Node.ANY))
                .map(Quad::getObject)
                .filter(type -> type.isURI() && type.getURI().startsWith(Wg.NS))
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .flatMap(type -> labels.of(type).stream())
                .findFirst()
                .orElse("");
    }

    private static Stream<Node> nodes(List<Binding> rows) {
        return rows.stream().flatMap(row -> {
            List<Node> nodes = new ArrayList<>();
            row.forEach((variable, value) -> nodes.add(value));
            return nodes.stream();
        });
    }

    private static Map<Node, String> labels(DatasetGraph dataset, Stream<Node> nodes, String lang) {
        Labels labels = new Labels(dataset, lang);
        Map<Node, String> found = new HashMap<>();
        nodes.forEach(value -> {
            if (value.isURI() && !found.containsKey(value)) {
                labels.of(value).ifPresent(label -> found.put(value, label));
            }
        });
        return Map.copyOf(found);
    }

    private static Map<Node, String> languages(DatasetGraph dataset, Stream<Node> nodes, String lang) {
        Labels labels = new Labels(dataset, lang);
        Map<Node, String> found = new HashMap<>();
        nodes.filter(Node::isURI)
                .distinct()
                .forEach(value -> labels.foreign(value).ifPresent(language -> found.put(value, language)));
        return Map.copyOf(found);
    }

    /**
     * A value that a parameter can take.
     *
     * @param value the value
     * @param label what it is called
     * @param lang language of the label when that is not the one asked for
     * @param kind what the things of its class are called; empty for a text
     */
    public record Choice(Node value, String label, @Nullable String lang, String kind) {}

    private record Asked(String release, QuestionRequest request) {}

    private record Listed(String release, Query values, String lang) {}
}

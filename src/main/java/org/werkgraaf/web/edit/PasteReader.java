package org.werkgraaf.web.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.edit.EntryField;
import org.werkgraaf.edit.EntryForm;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.Sh;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Tells what an identifier or address says of a thing, by what the release knows of others: those of the same court or kind of act, and
 * where their registers have them. Nothing is fetched.
 */
@Component
class PasteReader {
    /** One address could be anything; two are a pattern. */
    private static final int ALIKE_MIN = 2;
    /** What an identifier says of its thing. */
    private static final List<Node> SAID = List.of(Wg.DECIDED_BY, Wg.INSTRUMENT_KIND, Wg.HAS_JURISDICTION);

    private final GraphStore store;
    private final Publisher publisher;

    PasteReader(GraphStore store, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /**
     * What came of it.
     *
     * @param outcome what
     * @param existing the thing that has it already, of another kind where things of this kind have none; absent when none has
     * @param values what it says, by the name of the field
     */
    record Paste(Outcome outcome, @Nullable ThingId existing, Map<String, List<String>> values) {
        /** What came of it. */
        enum Outcome {
            /** Fields are filled in. */
            FILLED,
            /** There is a thing with it. */
            EXISTS,
            /** Things of this kind have no such identifier. */
            NOT_HERE,
            /** It is neither an identifier nor an address. */
            UNKNOWN
        }

        static Paste none(Outcome outcome) {
            return new Paste(outcome, null, Map.of());
        }
    }

    /** What a text says of a thing that a form is for. */
    Paste read(String text, EntryForm form) {
        return Pasted.of(text, this::pattern)
                .map(pasted -> store.read(snapshot -> read(pasted, form, snapshot.union())))
                .orElseGet(() -> Paste.none(Paste.Outcome.UNKNOWN));
    }

    /** The form that the shapes ask of values. */
    private Optional<Pattern> pattern(Node property) {
        Graph shapes = publisher.shapes().graph();
        return shapes.stream(Node.ANY, Sh.PATH, property)
                .flatMap(path -> shapes.stream(path.getSubject(), Sh.PATTERN, Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(each -> Pattern.compile(each.getLiteralLexicalForm()))
                .findFirst();
    }

    private static Paste read(Pasted pasted, EntryForm form, Graph graph) {
        List<ThingId> existing = existing(pasted, graph);
        Optional<ThingId> same = existing.stream()
                .filter(id -> id.segment().equals(form.segment()))
                .findFirst();
        if (same.isPresent()) {
            return new Paste(Paste.Outcome.EXISTS, same.get(), Map.of());
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        Node property = pasted.property();
        boolean taken = property != null && put(values, form, property, Optional.of(pasted.value()));
        String address = pasted.address();
        boolean placed =
                put(values, form, Wg.WEB_PAGE, address == null ? address(pasted, graph) : Optional.of(address));
        // A source has no identifier of what it is the text of, but is where that is.
        boolean source = form.type().equals(Wg.SOURCE);
        if (!taken && (property != null && !source || !placed)) {
            return new Paste(Paste.Outcome.NOT_HERE, existing.isEmpty() ? null : existing.get(0), Map.of());
        }
        SAID.forEach(said -> put(values, form, said, said(pasted, said, graph)));
        Stream.of(Wg.DECIDED_ON, DCTerms.date.asNode())
                .filter(date -> form.field(date.getLocalName())
                        .filter(PasteReader::takesYears)
                        .isPresent())
                .forEach(date -> put(values, form, date, pasted.year()));
        put(values, form, DCTerms.publisher.asNode(), publisher(values, graph));
        return new Paste(Paste.Outcome.FILLED, null, values);
    }

    private static boolean takesYears(EntryField field) {
        return field.datatypes().contains(NodeFactory.createURI(XSDDatatype.XSDgYear.getURI()));
    }

    private static boolean put(
            Map<String, List<String>> values, EntryForm form, Node property, Optional<String> value) {
        Optional<EntryField> field =
                form.fields().filter(each -> each.property().equals(property)).findFirst();
        if (field.isEmpty() || value.isEmpty()) {
            return false;
        }
        values.put(field.get().name(), List.of(value.get()));
        return true;
    }

    /** The things that have the identifier or address. */
    private static List<ThingId> existing(Pasted pasted, Graph graph) {
        Node property = pasted.property();
        String address = pasted.address();
        Stream<Triple> same = property == null
                ? Stream.of()
                : Stream.of(XSDDatatype.XSDstring, XSDDatatype.XSDanyURI)
                        .flatMap(type ->
                                graph.stream(Node.ANY, property, NodeFactory.createLiteralDT(pasted.value(), type)));
        Stream<Triple> at =
                address == null ? Stream.of() : graph.stream(Node.ANY, Wg.WEB_PAGE, NodeFactory.createURI(address));
        return Stream.concat(same, at)
                .flatMap(triple -> ThingId.find(triple.getSubject()).stream())
                .distinct()
                .sorted(Comparator.comparing(ThingId::toString))
                .toList();
    }

    /** What all that is known of the same court, or kind of act, have in common; of the country also what its code says. */
    private static Optional<String> said(Pasted pasted, Node property, Graph graph) {
        boolean country = property.equals(Wg.HAS_JURISDICTION);
        Set<Node> values = alike(pasted, country ? Pasted::register : Pasted::family, graph).keySet().stream()
                .flatMap(thing -> graph.stream(thing, property, Node.ANY).map(Triple::getObject))
                .collect(Collectors.toSet());
        Optional<ThingId> common =
                values.size() == 1 ? ThingId.find(values.iterator().next()) : Optional.empty();
        return common.or(() -> country
                        ? pasted.country()
                                .flatMap(code -> ThingId.parse(Wg.HAS_JURISDICTION.getLocalName() + "/" + code))
                                .filter(id -> graph.contains(id.node(), Node.ANY, Node.ANY))
                        : Optional.empty())
                .map(ThingId::toString);
    }

    /** Where the register has it, as it has others. */
    private static Optional<String> address(Pasted pasted, Graph graph) {
        Map<String, Integer> templates = new HashMap<>();
        alike(pasted, Pasted::register, graph)
                .forEach((thing, identifiers) -> graph.stream(thing, Wg.WEB_PAGE, Node.ANY)
                        .map(triple -> triple.getObject().toString())
                        .forEach(page -> identifiers.stream()
                                .flatMap(each -> pasted.with(each).template(page).stream())
                                .forEach(template -> templates.merge(template, 1, Integer::sum))));
        return templates.entrySet().stream()
                .filter(entry -> entry.getValue() >= ALIKE_MIN)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .flatMap(entry -> pasted.filled(entry.getKey()));
    }

    /** Things with an identifier that begins alike, and those identifiers. */
    private static Map<Node, List<String>> alike(Pasted pasted, Function<Pasted, String> beginning, Graph graph) {
        Map<Node, List<String>> alike = new HashMap<>();
        Node property = pasted.property();
        String asked = beginning.apply(pasted);
        if (property != null && !asked.isEmpty()) {
            graph.stream(Node.ANY, property, Node.ANY).forEach(triple -> {
                String value = triple.getObject().getLiteralLexicalForm();
                if (beginning.apply(pasted.with(value)).equals(asked)) {
                    alike.computeIfAbsent(triple.getSubject(), key -> new ArrayList<>())
                            .add(value);
                }
            });
        }
        return alike;
    }

    /** Who publishes all that is known at the same address. */
    private static Optional<String> publisher(Map<String, List<String>> values, Graph graph) {
        List<String> page = values.getOrDefault(Wg.WEB_PAGE.getLocalName(), List.of());
        if (page.isEmpty()) {
            return Optional.empty();
        }
        String host = host(page.get(0));
        Set<String> publishers = graph.stream(Node.ANY, Wg.WEB_PAGE, Node.ANY)
                .filter(triple -> host(triple.getObject().toString()).equals(host))
                .flatMap(triple -> graph.stream(triple.getSubject(), DCTerms.publisher.asNode(), Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .collect(Collectors.toSet());
        return publishers.size() == 1 ? Optional.of(publishers.iterator().next()) : Optional.empty();
    }

    private static String host(String address) {
        int from = address.indexOf("//") + 2;
        int to = address.indexOf('/', from);
        return address.substring(from, to < 0 ? address.length() : to);
    }
}

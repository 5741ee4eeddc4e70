package org.werkgraaf.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.vocabulary.ThingId;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.resolver.Resolver;

/** The scenarios in {@code queries/scenarios}, and the norms of the content to hold them against. */
final class Scenarios {
    private static final Path FOLDER = Path.of("queries/scenarios");
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::text, state -> state));

    private final Rules rules;
    private final Set<ThingId> things = new HashSet<>();
    private final List<Scenario> all;

    Scenarios() {
        Graph graph = new GraphLoader()
                .load(new ContentReader("ontology", "data", "queries", 20_000_000).read())
                .union();
        rules = new RulesReader(graph).read();
        graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .forEach(thing -> ThingId.find(thing).ifPresent(things::add));
        all = read();
    }

    Rules rules() {
        return rules;
    }

    List<Scenario> all() {
        return all;
    }

    Situation situation(Scenario scenario) {
        SituationReader.Things known = new SituationReader.Things() {
            @Override
            public boolean exists(ThingId id) {
                return things.contains(id);
            }

            @Override
            public Optional<ThingId> meant(String segment, String words) {
                return Optional.empty();
            }

            @Override
            public Set<ThingId> techniquesOf(ThingId product) {
                return Set.of();
            }
        };
        return new SituationReader(known, 20).read(scenario.given(), LocalDate.of(2026, 11, 29));
    }

    private List<Scenario> read() {
        // Words such as yes and days stay words.
        Yaml yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new org.yaml.snakeyaml.representer.Representer(new org.yaml.snakeyaml.DumperOptions()),
                new org.yaml.snakeyaml.DumperOptions(),
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {}
                });
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                List<Map<String, Object>> list = yaml.load(Files.readString(file));
                list.forEach(entry -> scenarios.add(scenario(file.getFileName() + ": " + entry.get("title"), entry)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(scenarios);
    }

    private Scenario scenario(String name, Map<String, Object> entry) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        map(entry.get("given")).forEach((key, value) -> given.put(key, texts(value)));
        Optional.ofNullable(entry.get("on")).ifPresent(day -> given.put("on", List.of(day.toString())));
        Map<ThingId, State> expected = new LinkedHashMap<>();
        Map<ThingId, String> details = new LinkedHashMap<>();
        map(entry.get("expect")).forEach((state, norms) -> {
            if (norms instanceof Map<?, ?> detailed) {
                detailed.forEach((norm, detail) -> {
                    expected.put(known(name, norm.toString()), state(name, state));
                    details.put(known(name, norm.toString()), detail.toString());
                });
            } else {
                texts(norms).forEach(norm -> expected.put(known(name, norm), state(name, state)));
            }
        });
        Set<ThingId> absent = texts(entry.get("absent")).stream()
                .map(norm -> known(name, norm))
                .collect(Collectors.toSet());
        String why = String.valueOf(entry.getOrDefault("why", "")).strip();
        if (why.isEmpty() || expected.isEmpty() && absent.isEmpty()) {
            throw new IllegalStateException(name + " says nothing, or not why");
        }
        return new Scenario(name, given, expected, details, absent, why);
    }

    private static State state(String name, String text) {
        State state = STATES.get(text);
        if (state == null) {
            throw new IllegalStateException(name + ": there is no state " + text + ", but " + STATES.keySet());
        }
        return state;
    }

    private ThingId known(String name, String id) {
        return ThingId.parse(id)
                .filter(things::contains)
                .orElseThrow(() -> new IllegalStateException(name + ": there is no " + id));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }
}

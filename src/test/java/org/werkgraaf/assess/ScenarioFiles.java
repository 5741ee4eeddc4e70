package org.werkgraaf.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the cases in {@code queries/scenarios}; their README says how they are written. */
final class ScenarioFiles {
    private static final Path FOLDER = Path.of("queries/scenarios");
    private static final String ANY_LAW = "any-law";
    private static final String LAW_OF = "law-of-";
    private static final Set<String> OF_CASE =
            Set.of("title", "given", "on", "expect", "absent", "covered", "only", "why", "but");
    private static final Set<String> OF_CHANGE =
            Set.of("with", "without", "on", "fails", "open", "expect", "absent", "covered", "only", "why");
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::text, Function.identity()));

    private final Set<ThingId> things = new HashSet<>();
    private final Map<ThingId, ThingId> partOf = new HashMap<>();
    private final Map<ThingId, ThingId> jurisdictions = new HashMap<>();

    /** @param graph the content of which the cases speak */
    ScenarioFiles(Graph graph) {
        graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .forEach(thing -> ThingId.find(thing).ifPresent(things::add));
        readLinks(graph, Wg.PART_OF, partOf);
        readLinks(graph, Wg.HAS_JURISDICTION, jurisdictions);
    }

    private static void readLinks(Graph graph, Node property, Map<ThingId, ThingId> links) {
        graph.stream(Node.ANY, property, Node.ANY)
                .forEach(triple -> ThingId.find(triple.getSubject())
                        .ifPresent(from -> ThingId.find(triple.getObject()).ifPresent(to -> links.put(from, to))));
    }

    /** All things of the content. */
    Set<ThingId> things() {
        return things;
    }

    /** The cases of all files, each followed by those that change something in it. */
    List<Scenario> read() {
        // Words such as yes and days stay words.
        Yaml yaml = new Yaml(
                new SafeConstructor(new LoaderOptions()),
                new Representer(new DumperOptions()),
                new DumperOptions(),
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
                list.forEach(entry -> addCase(scenarios, file.getFileName() + ": " + entry.get("title"), entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(scenarios);
    }

    private void addCase(List<Scenario> scenarios, String name, Map<String, Object> entry) {
        refuseOthers(name, entry, OF_CASE);
        Scenario scenario = scenario(name, given(entry.get("given")), entry, Set.of());
        scenarios.add(scenario);
        for (Object change : list(entry.get("but"))) {
            Map<String, Object> changed = map(change);
            String title = name + ", but " + said(changed);
            refuseOthers(title, changed, OF_CHANGE);
            scenarios.add(scenario(title, given(scenario.given(), changed), changed, applying(scenario)));
        }
    }

    private static Set<ThingId> applying(Scenario scenario) {
        return scenario.expected().entrySet().stream()
                .filter(norm -> norm.getValue() == State.APPLIES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Scenario scenario(
            String name, Map<String, List<String>> base, Map<String, Object> entry, Set<ThingId> these) {
        Map<String, List<String>> given = new LinkedHashMap<>(base);
        Optional.ofNullable(entry.get("on")).ifPresent(day -> given.put("on", List.of(day.toString())));
        Map<ThingId, State> expected = new LinkedHashMap<>();
        Map<ThingId, List<String>> details = new LinkedHashMap<>();
        expectOfThese(entry, "fails", State.DOES_NOT_APPLY, these, expected, details);
        expectOfThese(entry, "open", State.DEPENDS, these, expected, details);
        map(entry.get("expect")).forEach((state, norms) -> {
            if (norms instanceof Map<?, ?> detailed) {
                detailed.forEach((norm, detail) -> {
                    expected.put(known(name, norm.toString()), state(name, state));
                    details.put(known(name, norm.toString()), texts(detail));
                });
            } else {
                texts(norms).forEach(norm -> {
                    expected.put(known(name, norm), state(name, state));
                    details.remove(known(name, norm));
                });
            }
        });
        Set<ThingId> absent = texts(entry.get("absent")).equals(List.of("these"))
                ? these
                : texts(entry.get("absent")).stream()
                        .map(norm -> known(name, norm))
                        .collect(Collectors.toSet());
        List<Scenario.Only> only = map(entry.get("only")).entrySet().stream()
                .map(law -> only(name, law.getKey(), texts(law.getValue())))
                .toList();
        String why = String.valueOf(entry.getOrDefault("why", "")).strip();
        if (why.isEmpty() || expected.isEmpty() && absent.isEmpty() && only.isEmpty()) {
            throw new IllegalStateException(name + " says nothing, or not why");
        }
        Optional<Boolean> covered = Optional.ofNullable(entry.get("covered")).map(word -> word.equals("yes"));
        return new Scenario(name, given, expected, details, absent, covered, only, why);
    }

    private static void expectOfThese(
            Map<String, Object> entry,
            String key,
            State state,
            Set<ThingId> these,
            Map<ThingId, State> expected,
            Map<ThingId, List<String>> details) {
        if (entry.containsKey(key)) {
            these.forEach(norm -> {
                expected.put(norm, state);
                details.put(norm, texts(entry.get(key)));
            });
        }
    }

    private Scenario.Only only(String name, String law, List<String> norms) {
        Set<ThingId> allowed = norms.stream().map(norm -> known(name, norm)).collect(Collectors.toSet());
        if (law.equals(ANY_LAW)) {
            return new Scenario.Only(law, provision -> true, allowed);
        }
        if (law.startsWith(LAW_OF)) {
            ThingId country = known(name, "jurisdiction/" + law.substring(LAW_OF.length()));
            return new Scenario.Only(law, provision -> country.equals(jurisdictions.get(actOf(provision))), allowed);
        }
        ThingId act = known(name, "instrument/" + law);
        return new Scenario.Only(law, provision -> act.equals(actOf(provision)), allowed);
    }

    private ThingId actOf(ThingId provision) {
        ThingId here = provision;
        Set<ThingId> seen = new HashSet<>();
        while (partOf.containsKey(here) && seen.add(here)) {
            here = partOf.get(here);
        }
        return here;
    }

    private static Map<String, List<String>> given(Object entry) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        map(entry).forEach((key, value) -> given.put(key, texts(value)));
        return given;
    }

    /** What was given with what the change says of it; a fact is answered anew, or withdrawn by its name. */
    private static Map<String, List<String>> given(Map<String, List<String>> base, Map<String, Object> change) {
        Map<String, List<String>> given = new LinkedHashMap<>(base);
        Map<String, String> facts = new LinkedHashMap<>();
        base.getOrDefault("fact", List.of()).forEach(fact -> facts.put(fact.split(":")[0], fact));
        Map<String, Object> with = map(change.get("with"));
        with.forEach((key, value) -> given.put(key, texts(value)));
        texts(with.get("fact")).forEach(fact -> facts.put(fact.split(":")[0], fact));
        for (String name : texts(change.get("without"))) {
            if (given.remove(name) == null && facts.remove(name) == null) {
                throw new IllegalStateException(name + " is taken away from a case that does not have it");
            }
        }
        given.put("fact", List.copyOf(facts.values()));
        return given;
    }

    private static String said(Map<String, Object> change) {
        List<String> parts = new ArrayList<>();
        map(change.get("with"))
                .forEach((key, value) -> parts.add(
                        key.equals("fact")
                                ? String.join(" ", texts(value))
                                : key + " " + String.join(" ", texts(value))));
        texts(change.get("without")).forEach(name -> parts.add("no word on " + name));
        Optional.ofNullable(change.get("on")).ifPresent(day -> parts.add("on " + day));
        return String.join(", ", parts);
    }

    private static void refuseOthers(String name, Map<String, Object> entry, Set<String> known) {
        entry.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalStateException(name + ": there is no " + key + ", but " + known);
        });
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
        return Objects.requireNonNullElse((Map<String, Object>) value, Map.of());
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
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

package org.werkgraaf.assess;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the cases in {@code queries/scenarios}; the README there says how they are written. */
final class ScenarioFiles {
    private static final String FOLDER = "queries/scenarios/";
    private static final String ASKED_ON = FOLDER + "asked-on.txt";
    private static final String ENDING = ".yaml";
    private static final String ANY_LAW = "any-law";
    private static final String LAW_OF = "law-of-";
    private static final Set<String> OF_CASE =
            Set.of("title", "given", "on", "expect", "absent", "covered", "only", "why", "but");
    private static final Set<String> OF_CHANGE =
            Set.of("with", "without", "on", "fails", "open", "expect", "absent", "covered", "only", "why");
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::text, Function.identity()));

    private final ScenarioGround ground;
    private final Map<String, String> files;

    /**
     * @param ground the content of which the cases speak
     * @param files their texts by path
     */
    ScenarioFiles(ScenarioGround ground, Map<String, String> files) {
        this.ground = ground;
        this.files = files;
    }

    /** The day on which a case is asked that names none. */
    LocalDate askedOn() {
        String day = files.getOrDefault(ASKED_ON, "").strip();
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    ASKED_ON + " should hold a day such as 2026-11-29, and holds '" + day + "'", e);
        }
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
        new TreeMap<>(files).forEach((path, text) -> {
            if (path.startsWith(FOLDER) && path.endsWith(ENDING)) {
                addFile(scenarios, yaml, path.substring(FOLDER.length()), text);
            }
        });
        return List.copyOf(scenarios);
    }

    private void addFile(List<Scenario> scenarios, Yaml yaml, String file, String text) {
        try {
            for (Object entry : list(yaml.load(text))) {
                Map<String, Object> each = map(entry);
                addCase(scenarios, file + ": " + each.get("title"), each);
            }
        } catch (YAMLException | ClassCastException e) {
            scenarios.add(Scenario.unreadable(file, String.valueOf(e.getMessage())));
        }
    }

    /** A case, and those that change something in it; as one where one of them cannot be read. */
    private void addCase(List<Scenario> scenarios, String name, Map<String, Object> entry) {
        try {
            List<Scenario> read = new ArrayList<>();
            refuseOthers(name, entry, OF_CASE);
            Scenario scenario = scenario(name, given(entry.get("given")), entry, Set.of());
            read.add(scenario);
            for (Object change : list(entry.get("but"))) {
                Map<String, Object> changed = map(change);
                String title = name + ", but " + said(changed);
                refuseOthers(title, changed, OF_CHANGE);
                read.add(scenario(title, given(scenario.given(), changed), changed, applying(scenario)));
            }
            scenarios.addAll(read);
        } catch (ScenarioException e) {
            scenarios.add(Scenario.unreadable(name, e.why()));
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
            throw new ScenarioException(name + " says nothing, or not why");
        }
        Optional<Boolean> covered = Optional.ofNullable(entry.get("covered")).map(word -> word.equals("yes"));
        return new Scenario(name, given, expected, details, absent, covered, only, why, Optional.empty());
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
            return new Scenario.Only(
                    law, provision -> ground.countryOf(provision).equals(Optional.of(country)), allowed);
        }
        ThingId act = known(name, "instrument/" + law);
        return new Scenario.Only(law, provision -> act.equals(ground.actOf(provision)), allowed);
    }

    private static Map<String, List<String>> given(@Nullable Object entry) {
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
                throw new ScenarioException(name + " is taken away from a case that does not have it");
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
            throw new ScenarioException(name + ": there is no " + key + ", but " + known);
        });
    }

    private static State state(String name, String text) {
        State state = STATES.get(text);
        if (state == null) {
            throw new ScenarioException(name + ": there is no state " + text + ", but " + STATES.keySet());
        }
        return state;
    }

    private ThingId known(String name, String id) {
        return ThingId.parse(id)
                .filter(ground::has)
                .orElseThrow(() -> new ScenarioException(name + ": there is no " + id));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return Objects.requireNonNullElse((Map<String, Object>) value, Map.of());
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }
}

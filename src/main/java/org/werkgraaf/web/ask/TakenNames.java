package org.werkgraaf.web.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.vocabulary.ThingId;

/**
 * The parameters of a check with the ids of what was meant in place of names, and what was taken for something that is called
 * otherwise.
 *
 * @param given the parameters; a value that is an id stays as it was given
 * @param taken what was typed and is not what the thing is called in any language
 */
public record TakenNames(Map<String, String[]> given, List<Taken> taken) {
    /**
     * A name that was typed.
     *
     * @param parameter of which it is a value
     * @param typed the name
     * @param id the thing that it was taken for
     */
    public record Taken(String parameter, String typed, String id) {}

    static TakenNames of(Map<String, String[]> given, SituationReader reader, Atlas atlas) {
        Map<String, String[]> named = new LinkedHashMap<>();
        List<Taken> taken = new ArrayList<>();
        given.forEach((parameter, values) -> named.put(
                parameter,
                Stream.of(values)
                        .map(value -> named(parameter, value, reader, atlas, taken))
                        .toArray(String[]::new)));
        return new TakenNames(named, List.copyOf(taken));
    }

    private static String named(
            String parameter, String value, SituationReader reader, Atlas atlas, List<Taken> taken) {
        String typed = value.strip();
        Optional<ThingId> meant = typed.isEmpty() ? Optional.empty() : reader.meant(parameter, typed);
        if (meant.isEmpty() || isId(typed, meant.get())) {
            return value;
        }
        ThingId thing = meant.get();
        if (!isCalled(thing, typed, atlas)) {
            taken.add(new Taken(parameter, typed, thing.toString()));
        }
        return SituationReader.segment(parameter)
                        .filter(thing.segment()::equals)
                        .isPresent()
                ? thing.slug()
                : thing.toString();
    }

    private static boolean isId(String typed, ThingId thing) {
        return typed.equals(thing.slug()) || typed.equals(thing.toString());
    }

    private static boolean isCalled(ThingId thing, String typed, Atlas atlas) {
        return typed.equalsIgnoreCase(thing.slug())
                || typed.equalsIgnoreCase(thing.slug().replace('-', ' '))
                || atlas.find(thing.toString()).stream()
                        .flatMap(found -> found.labels().values().stream())
                        .anyMatch(typed::equalsIgnoreCase);
    }
}

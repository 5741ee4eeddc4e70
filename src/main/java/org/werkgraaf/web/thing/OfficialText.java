package org.werkgraaf.web.thing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.PropertyNames;

/**
 * Where the text of a thing can be read elsewhere: of an article or a norm, that article; of an act or a decision, its text.
 *
 * @param address on the web
 * @param official whether it was read there in the official text
 * @param whole whether it is the text of the act of which the thing is a part
 */
public record OfficialText(String address, boolean official, boolean whole) {
    /** Of a part of a text its own address is nearest; of a whole text that of the whole. */
    private static final String PART = "#";

    private static final Pattern LEADING = Pattern.compile("[0-9]+[a-z]?(?![0-9a-z])");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** @param act pages of the act of which a provision is a part; empty of other things */
    static Optional<OfficialText> of(Description thing, List<String> act) {
        boolean source = thing.type().equals(ClassNames.SOURCE);
        Optional<String> own = pages(thing).findFirst();
        if (own.isPresent() && (source || thing.type().equals(ClassNames.INSTRUMENT))) {
            boolean primary = !source || thing.places().stream().anyMatch(OfficialText::isPrimary);
            return own.map(address -> new OfficialText(address, primary, false));
        }
        return read(thing)
                .map(address -> new OfficialText(address, true, false))
                .or(() -> own.map(address -> new OfficialText(address, true, false)))
                .or(() -> act.stream().findFirst().map(address -> new OfficialText(address, true, true)));
    }

    private static Stream<String> pages(Description thing) {
        return thing.facts().stream()
                .filter(relation -> relation.name().equals(PropertyNames.WEB_PAGE))
                .flatMap(relation -> relation.values().stream())
                .filter(Value::accepted)
                .map(Value::text);
    }

    /** Where most of what is said of the thing itself was read in the official text: under its own number, if it has one. */
    private static Optional<String> read(Description thing) {
        boolean part = thing.position() != null;
        Pattern number = number(thing);
        Set<String> numbered = new HashSet<>();
        Map<String, Long> addresses = new HashMap<>();
        Stream.concat(
                        thing.facts().stream(),
                        thing.incoming().stream()
                                .filter(relation -> relation.name().equals(PropertyNames.CREATES)))
                .map(Relation::values)
                .flatMap(List::stream)
                .map(Value::said)
                .flatMap(List::stream)
                .filter(OfficialText::isPrimary)
                .forEach(place -> Optional.ofNullable(place.webPage()).ifPresent(address -> {
                    addresses.merge(address, 1L, Long::sum);
                    if (place.sections().values().stream()
                            .anyMatch(section -> number.matcher(section).find())) {
                        numbered.add(address);
                    }
                }));
        return addresses.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Long> each) -> numbered.contains(each.getKey()))
                        .thenComparing(each -> part == each.getKey().contains(PART))
                        .thenComparing(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** The number of an article as a heading has it; of what has none, something that no heading has. */
    private static Pattern number(Description thing) {
        return thing.facts().stream()
                .filter(relation -> relation.name().equals(PropertyNames.NUMBER))
                .flatMap(relation -> relation.values().stream())
                .map(value -> LEADING.matcher(value.text()))
                .filter(Matcher::find)
                .map(found ->
                        Pattern.compile("(?iu)art\\p{L}*\\.?\\s" + Pattern.quote(found.group()) + "(?![0-9\\p{L}])"))
                .findFirst()
                .orElse(NEVER);
    }

    private static boolean isPrimary(Place place) {
        return Verification.PRIMARY.equals(place.verification());
    }
}

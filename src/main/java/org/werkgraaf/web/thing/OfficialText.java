package org.werkgraaf.web.thing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import org.werkgraaf.web.text.OfficialSites;

/**
 * Where the text of a thing can be read elsewhere: of an article, a norm, a passage or a claim, that article; of an act or a
 * decision, its text. Only what its makers publish is the official text; what was read elsewhere is a copy.
 *
 * @param address on the web
 * @param kind what is read there
 */
public record OfficialText(String address, Kind kind) {
    /** What is read at an address: the official text, that of the act of which the thing is a part, a copy, or any other source. */
    public enum Kind {
        OFFICIAL,
        WHOLE,
        COPY,
        SOURCE
    }

    /** Of a part of a text its own address is nearest; of a whole text that of the whole. */
    private static final String PART = "#";

    private static final Pattern LEADING = Pattern.compile("[0-9]+[a-z]?(?![0-9a-z])");
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /**
     * The official text when there is one; of a source that was read in a copy, also the copy.
     *
     * @param act pages of the act of which a provision is a part; empty of other things
     */
    static List<OfficialText> of(Description thing, List<String> act) {
        if (thing.type().equals(ClassNames.CLAIM) || thing.type().equals(ClassNames.PASSAGE)) {
            return ofPlaces(thing.places());
        }
        boolean source = thing.type().equals(ClassNames.SOURCE);
        boolean whole = source || thing.type().equals(ClassNames.INSTRUMENT);
        List<String> own = pages(thing).toList();
        Optional<String> page = own.stream()
                .filter(OfficialSites::has)
                .findFirst()
                .or(() -> own.stream().findFirst());
        Optional<String> ownOfficial = page.filter(OfficialSites::has);
        boolean primary = !source || thing.places().stream().anyMatch(OfficialText::isPrimary);
        Optional<String> said = primary ? read(thing, OfficialSites::has) : Optional.empty();
        Optional<OfficialText> official = (whole ? ownOfficial.or(() -> said) : said.or(() -> ownOfficial))
                .map(address -> new OfficialText(address, primary ? Kind.OFFICIAL : Kind.SOURCE))
                .or(() -> act.stream()
                        .filter(OfficialSites::has)
                        .findFirst()
                        .map(address -> new OfficialText(address, Kind.WHOLE)));
        if (official.isPresent() && (!source || ownOfficial.isPresent() || page.isEmpty())) {
            return List.of(official.get());
        }
        List<OfficialText> others = source
                ? own.stream()
                        .filter(address -> !OfficialSites.has(address))
                        .map(address -> new OfficialText(address, isCopy(thing) ? Kind.COPY : Kind.SOURCE))
                        .toList()
                : read(thing, any -> true)
                        .map(address -> new OfficialText(address, Kind.COPY))
                        .or(() -> page.map(address -> new OfficialText(address, Kind.SOURCE)))
                        .stream()
                        .toList();
        return Stream.concat(official.stream(), others.stream()).toList();
    }

    /** A source that counts as read in the official text, and was read elsewhere than with its makers, was read in a copy. */
    private static boolean isCopy(Description source) {
        return Verification.PRIMARY.equals(source.verification());
    }

    /** The name of the site. */
    public String site() {
        return OfficialSites.site(address);
    }

    /** Where a claim or passage stands: in the official text if it was read there, and nearest to the place. */
    private static List<OfficialText> ofPlaces(List<Place> places) {
        return places.stream()
                .filter(place -> place.webPage() != null)
                .max(Comparator.comparing(OfficialText::isPrimary)
                        .thenComparing(place -> OfficialSites.has(String.valueOf(place.webPage())))
                        .thenComparing(place -> String.valueOf(place.webPage()).contains(PART)))
                .map(place -> new OfficialText(String.valueOf(place.webPage()), kind(place)))
                .stream()
                .toList();
    }

    private static Kind kind(Place place) {
        if (!isPrimary(place)) {
            return Kind.SOURCE;
        }
        return OfficialSites.has(String.valueOf(place.webPage())) ? Kind.OFFICIAL : Kind.COPY;
    }

    private static Stream<String> pages(Description thing) {
        return thing.facts().stream()
                .filter(relation -> relation.name().equals(PropertyNames.WEB_PAGE))
                .flatMap(relation -> relation.values().stream())
                .filter(Value::accepted)
                .map(Value::text);
    }

    /** Where most of what is said of the thing itself, or in a source, was read: under its own number, if it has one. */
    private static Optional<String> read(Description thing, Predicate<String> wanted) {
        boolean part = thing.position() != null;
        Pattern number = number(thing);
        Set<String> numbered = new HashSet<>();
        Map<String, Long> addresses = new HashMap<>();
        boolean source = thing.type().equals(ClassNames.SOURCE);
        Stream<Place> said = Stream.concat(
                        thing.facts().stream(),
                        thing.incoming().stream()
                                .filter(relation -> relation.name().equals(PropertyNames.CREATES)))
                .map(Relation::values)
                .flatMap(List::stream)
                .map(Value::said)
                .flatMap(List::stream);
        Stream.concat(said, source ? thing.places().stream() : Stream.empty())
                .filter(OfficialText::isPrimary)
                .forEach(place -> Optional.ofNullable(place.webPage())
                        .filter(wanted)
                        .ifPresent(address -> {
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

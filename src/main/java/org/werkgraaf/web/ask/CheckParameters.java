package org.werkgraaf.web.ask;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.assess.SituationException;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.NearNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.GivenText;

/** Reads the facts of a check from the parameters of a request; the same for REST and the page. */
@Component
public class CheckParameters {
    /**
     * What may stand beside the facts: the language, the questions that a reader leaves open, how much is told, and how far it must
     * have been checked.
     */
    public static final List<String> COMMON = List.of("lang", "open", "detail", "verification");

    private static final int VALUES_MAX = 20;
    /** An answer names some thirty questions of fact that are open; whoever knows may answer all of them. */
    private static final int FACTS_MAX = 100;

    private static final String FACT = "fact=";

    private final Assessor assessor;
    private final AtlasReader atlases;
    private final EntityIndex index;
    private final WebSettings settings;
    private final Clock clock;

    CheckParameters(Assessor assessor, AtlasReader atlases, EntityIndex index, WebSettings settings, Clock clock) {
        this.assessor = assessor;
        this.atlases = atlases;
        this.index = index;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether anything was given that a check is about. */
    public static boolean asksNothing(Map<String, String[]> given) {
        return SituationReader.SUBJECTS.stream()
                .noneMatch(name ->
                        Stream.of(given.getOrDefault(name, new String[0])).anyMatch(value -> !value.isBlank()));
    }

    /**
     * What is asked.
     *
     * @param situation the facts
     * @param all whether every reason of every norm is wanted
     * @param official whether only what was read in the official text counts
     * @param names the parameters by the ids of what was meant
     */
    public record Asked(Situation situation, boolean all, boolean official, TakenNames names) {}

    /**
     * The situation, and how the answer is wanted.
     *
     * @throws RequestException when a parameter is not known or has a value that cannot be read; it says what may be given
     */
    public Asked asked(Map<String, String[]> given) {
        Situation situation = read(given);
        boolean all = choice(given, "detail", List.of("short", "all")).equals("all");
        boolean official = !choice(given, "verification", List.of("primary")).isEmpty();
        return new Asked(situation, all, official, names(given));
    }

    /** The parameters by the ids of what they mean; what means nothing stays as it was given. */
    public TakenNames names(Map<String, String[]> given) {
        Atlas atlas = atlases.atlas();
        return TakenNames.of(
                given,
                new SituationReader(new CheckThings(assessor.norms(), atlas, index), VALUES_MAX, FACTS_MAX),
                atlas);
    }

    private static String choice(Map<String, String[]> given, String name, List<String> allowed) {
        List<String> values = Stream.of(given.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
        if (values.isEmpty()) {
            return "";
        }
        if (values.size() > 1 || !allowed.contains(values.get(0))) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter " + name + " is '" + GivenText.shorten(String.join(", ", values)) + "'; it takes "
                            + String.join(" or ", allowed) + ", once.");
        }
        return values.get(0);
    }

    /**
     * The situation.
     *
     * @throws RequestException when a parameter is not known or has a value that cannot be read; it says what may be given
     */
    public Situation read(Map<String, String[]> given) {
        Atlas atlas = atlases.atlas();
        CheckThings things = new CheckThings(assessor.norms(), atlas, index);
        try {
            return read(given, things);
        } catch (SituationException e) {
            throw new RequestException(ErrorCode.BAD_PARAMETER, message(e, atlas, things));
        }
    }

    /**
     * Looks whether all can be read, though nothing may say yet what is asked about.
     *
     * @throws RequestException when a parameter is not known or has a value that cannot be read; it says what may be given
     */
    public void refuseUnreadable(Map<String, String[]> given) {
        Atlas atlas = atlases.atlas();
        CheckThings things = new CheckThings(assessor.norms(), atlas, index);
        try {
            read(given, things);
        } catch (SituationException e) {
            if (e.kind() != SituationException.Kind.NOTHING_ASKED) {
                throw new RequestException(ErrorCode.BAD_PARAMETER, message(e, atlas, things));
            }
        }
    }

    private Situation read(Map<String, String[]> given, CheckThings things) {
        refuseUnknown(given);
        Map<String, List<String>> values = new HashMap<>();
        given.forEach((name, texts) -> values.put(name, List.of(texts)));
        values.forEach((name, texts) -> texts.forEach(text -> refuseLong(name, text)));
        values.getOrDefault("open", List.of()).forEach(question -> refuseUnknownQuestion(question, things));
        Situation situation = new SituationReader(things, VALUES_MAX, FACTS_MAX).read(values, Days.today(clock));
        assessor.norms().evaluator().contradicted(situation).entrySet().stream()
                .findFirst()
                .ifPresent(answer -> {
                    throw new SituationException(
                            SituationException.Kind.CONTRADICTED,
                            "fact",
                            told(answer.getKey(), situation),
                            answer.getValue().stream().map(ThingId::toString).toList());
                });
        return situation;
    }

    private static void refuseUnknown(Map<String, String[]> given) {
        Set<String> known = new TreeSet<>(SituationReader.parameters());
        known.addAll(COMMON);
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RequestException(
                            ErrorCode.UNKNOWN_PARAMETER,
                            "The parameter '" + GivenText.shorten(name) + "' is not known to the check. It takes "
                                    + String.join(", ", known) + "." + nearest(name, known));
                });
    }

    /** What a reader leaves open is a parameter, or a question of fact by its name. */
    private static void refuseUnknownQuestion(String question, CheckThings things) {
        boolean known = question.isBlank()
                || SituationReader.parameters().contains(question)
                || question.startsWith(FACT)
                        && ThingId.parse("fact/" + question.substring(FACT.length()))
                                .filter(things::exists)
                                .isPresent();
        if (!known) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter open is '" + GivenText.shorten(question)
                            + "'; it takes what 'missing' names: one of "
                            + String.join(", ", new TreeSet<>(SituationReader.parameters()))
                            + ", or fact= with the name of a question."
                            + nearest(question, SituationReader.parameters()));
        }
    }

    private void refuseLong(String name, String text) {
        if (text.length() > settings.wordsLengthMax()) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter " + GivenText.shorten(name) + " has a value of " + text.length()
                            + " characters; it takes at most " + settings.wordsLengthMax() + ".");
        }
    }

    private static String message(SituationException e, Atlas atlas, CheckThings things) {
        String value = GivenText.shorten(e.value());
        return switch (e.kind()) {
            case NOTHING_ASKED ->
                "Nothing says what is asked about. Give at least one of technique, data, purpose, decision, such as"
                        + " technique=keylogging.";
            case UNKNOWN -> "The parameter " + e.parameter() + " is '" + value + "'; " + offered(e, atlas, things);
            case MALFORMED -> "The parameter " + e.parameter() + " is '" + value + "'; it takes " + form(e) + ".";
            case TOO_MANY ->
                "The parameter " + e.parameter() + " has too many values; it takes at most "
                        + e.allowed().get(0) + ".";
            case CONTRADICTED ->
                e.allowed().size() == 1
                        ? "The parameter " + e.parameter() + " is '" + value + "', which contradicts "
                                + e.allowed().get(0) + ", given besides; leave one of the two out."
                        : "What was given answers the question '" + value + "' both by yes and by no: "
                                + String.join(" and ", e.allowed()) + "; leave out what does not hold.";
        };
    }

    /** The answer that was given, or the question alone when it is other answers that exclude each other. */
    private static String told(ThingId fact, Situation situation) {
        Boolean answer = situation.facts().get(fact);
        return answer == null ? fact.slug() : fact.slug() + (answer ? ":yes" : ":no");
    }

    private static String form(SituationException e) {
        return switch (e.parameter()) {
            case "persons" ->
                "a whole number from " + e.allowed().get(0) + " to "
                        + e.allowed().get(1);
            case "on", "inUseSince" -> "a date such as " + e.allowed().get(0);
            default -> String.join(" or ", e.allowed());
        };
    }

    /** What may be given: all of a few, else what comes nearest. */
    private static String offered(SituationException e, Atlas atlas, CheckThings things) {
        if (e.allowed().size() > 1) {
            return "it takes one of " + String.join(", ", e.allowed()) + "." + nearest(e.value(), e.allowed());
        }
        String segment = e.allowed().get(0).replace("/", "");
        List<Atlas.Thing> all = atlas.below(segment);
        String words = e.value()
                .replaceFirst("^.*/", "")
                .replaceFirst(":(yes|no)?$", "")
                .replace('-', ' ');
        List<String> nearest = things.nearest(segment, words);
        return "it takes the id of one of " + all.size() + " things, such as "
                + all.get(0).id()
                + " or only what follows the slash, or a name that means one of them."
                + (nearest.isEmpty() ? " Nothing near it was found." : " Nearest: " + String.join(", ", nearest) + ".");
    }

    private static String nearest(String value, Collection<String> allowed) {
        Map<String, Set<String>> names = new HashMap<>();
        allowed.forEach(name -> names.put(name, Set.of(name)));
        List<String> nearest = NearNames.of(value, names, NearNames.LIKE, 1);
        return nearest.isEmpty() ? "" : " Nearest: " + nearest.get(0) + ".";
    }
}

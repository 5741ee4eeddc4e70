package org.werkgraaf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.Thing;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Languages;

/** One page of each kind of what the service serves now, in the order in which visitors come to them. */
@Component
class FirstPaths {
    /** Among so many things of a class that is taken of which most is told: its page uses most of what such pages use. */
    private static final int LOOKED_AT = 20;

    /** Of these classes a page is asked after those of techniques and cases, which most visitors come for. */
    private static final List<String> FURTHER =
            List.of(ClassNames.PROVISION, ClassNames.INSTRUMENT, ClassNames.JURISDICTION, ClassNames.SOURCE);

    private final EntityIndex index;
    private final SavedQuestions questions;
    private final MessageSource messages;

    FirstPaths(EntityIndex index, SavedQuestions questions, MessageSource messages) {
        this.index = index;
        this.questions = questions;
        this.messages = messages;
    }

    /** Paths with their parameters; of a kind of which the release has nothing there is none. */
    List<String> all() {
        String words = encoded(messages.getMessage("home.examples", null, Locale.forLanguageTag(Languages.FIRST))
                .split("\\|")[0]);
        List<String> countries = ids(ClassNames.JURISDICTION);
        Optional<String> technique = richest(ClassNames.TECHNIQUE);
        List<String> paths = new ArrayList<>(List.of("/", "/search?q=" + words));
        technique.ifPresent(id -> paths.add("/id/" + id));
        paths.add("/check");
        technique.ifPresent(id -> countries.stream()
                .findFirst()
                .ifPresent(country -> paths.add("/check?technique=" + id + "&jurisdiction=" + country)));
        richest(ClassNames.CASE).ifPresent(id -> paths.add("/id/" + id));
        paths.add("/questions");
        question().ifPresent(name -> paths.add("/questions/" + name));
        if (countries.size() > 1) {
            paths.add("/compare?things=" + countries.get(0) + "," + countries.get(1));
        }
        FURTHER.forEach(type -> richest(type).ifPresent(id -> paths.add("/id/" + id)));
        paths.addAll(List.of("/timeline", "/fines", "/matrix", "/ontology", "/about", "/about/quality"));
        paths.add("/api/v1/search?q=" + words);
        technique.ifPresent(id -> paths.add("/api/v1/entities/" + id));
        paths.add("/sparql?query=" + encoded("SELECT * WHERE { ?thing a ?class } LIMIT 1"));
        paths.add("/fines.png");
        return List.copyOf(paths);
    }

    /** A question that can be asked as it is. */
    private Optional<String> question() {
        return questions.all().stream()
                .filter(each -> each.parameters().stream().noneMatch(QuestionParameter::required))
                .map(each -> each.name())
                .findFirst();
    }

    private Optional<String> richest(String type) {
        return things(type).stream()
                .max(Comparator.comparingInt(thing ->
                        thing.details().values().stream().mapToInt(List::size).sum()))
                .map(Thing::id);
    }

    private List<String> ids(String type) {
        return things(type).stream().map(Thing::id).toList();
    }

    private List<Thing> things(String type) {
        return index
                .search(new SearchRequest(
                        "",
                        Languages.FIRST,
                        Map.of(Facet.TYPE, Set.of(type)),
                        Set.of(),
                        null,
                        null,
                        null,
                        SearchRequest.Sorting.LABEL,
                        LOOKED_AT,
                        null,
                        SearchRequest.Counting.NONE,
                        true))
                .hits()
                .stream()
                .map(hit -> hit.thing())
                .collect(Collectors.toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

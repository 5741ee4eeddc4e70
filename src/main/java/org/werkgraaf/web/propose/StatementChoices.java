package org.werkgraaf.web.propose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.HistoryStep;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Statement;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.web.text.NumberWords;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Relations;
import org.werkgraaf.web.text.Wording;

/** The statements of a page, to choose from, in the order of the page. */
final class StatementChoices {
    private static final int LABEL_MAX = 140;
    /** More would be no choice for anybody; what is left out can be told in words. */
    private static final int CHOICES_MAX = 400;

    private final PageText text;
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /**
     * Statements that stand together.
     *
     * @param label what they are
     */
    record Group(String label, List<Choice> choices) {}

    /**
     * A statement.
     *
     * @param key its name, see {@link StatementKey}
     * @param label how it reads
     */
    record Choice(String key, String label) {}

    private StatementChoices(PageText text) {
        this.text = text;
    }

    /** Those of the page of a thing, in the reader's language. */
    static StatementChoices of(Description thing, Presentation presentation, PageText text) {
        StatementChoices choices = new StatementChoices(text);
        Relations relations = Relations.of(thing, presentation, text);
        Words words = new Words(
                text, NumberWords.of(thing, presentation.units()), NumberWords.of(thing, presentation.comparators()));
        choices.add(text.message("propose.names"), choices.names(thing));
        choices.add(
                text.message("thing.statements"),
                thing.statements().stream().map(statement -> stated(statement, words)));
        choices.add(
                text.message("thing.facts"),
                Stream.of(relations.facts(), relations.key())
                        .flatMap(List::stream)
                        .flatMap(relation -> choices.values(relation, "", "", words)));
        choices.add(text.message("thing.history"), thing.history().stream().flatMap(step -> choices.step(step, words)));
        choices.add(
                text.message("thing.through"),
                thing.through().stream()
                        .flatMap(through -> through.relations().stream()
                                .flatMap(relation -> choices.values(
                                        relation,
                                        words.key(through.wider()) + " ",
                                        text.name(
                                                        through.wider().labels(),
                                                        through.wider().text())
                                                + ": ",
                                        words))));
        choices.add(
                text.message("thing.incoming"),
                Stream.of(relations.parts(), relations.incoming())
                        .flatMap(List::stream)
                        .flatMap(relation -> choices.values(relation, "^", "", words)));
        return choices;
    }

    /** What a form offers. */
    List<Group> shown() {
        List<Group> shown = new ArrayList<>();
        int left = CHOICES_MAX;
        for (Group group : groups) {
            List<Choice> some =
                    group.choices().subList(0, Math.min(left, group.choices().size()));
            left -= some.size();
            if (!some.isEmpty()) {
                shown.add(new Group(group.label(), some));
            }
        }
        return shown;
    }

    /** The statement of that name, if the page has it. */
    Optional<Choice> find(String key) {
        String wanted = StatementKey.normal(key);
        return groups.stream()
                .flatMap(group -> group.choices().stream())
                .filter(choice -> choice.key().equals(wanted))
                .findFirst();
    }

    private void add(String heading, Stream<Choice> choices) {
        // A statement stands where it stands first.
        List<Choice> all = choices.filter(choice -> known.add(choice.key())).toList();
        if (!all.isEmpty()) {
            groups.add(new Group(heading, all));
        }
    }

    private Stream<Choice> names(Description thing) {
        List<Choice> names = new ArrayList<>();
        one(names, "prefLabel", text.message("propose.name"), text.pick(thing.labels(), ""));
        Stream.of(text.lang(), "")
                .flatMap(lang -> thing.altLabels().getOrDefault(lang, List.of()).stream())
                .forEach(name -> one(names, "altLabel", text.message("thing.alsoKnown"), name));
        one(names, "definition", text.message("propose.definition"), text.pick(thing.definitions(), ""));
        thing.texts()
                .forEach((property, texts) -> one(names, property, text.message("propose.note"), text.pick(texts, "")));
        return names.stream();
    }

    private void one(List<Choice> names, String property, String label, String value) {
        if (!value.isEmpty()) {
            names.add(new Choice(StatementKey.of(property, value), cut(label + ": " + value)));
        }
    }

    private Stream<Choice> step(HistoryStep step, Words words) {
        String name = text.day(step.date()) + ", " + text.name(step.labels(), step.id());
        return Stream.concat(
                Stream.of(new Choice(StatementKey.of(step.id(), PropertyNames.DATE, step.date()), cut(name))),
                step.facts().stream()
                        .flatMap(relation -> values(relation, step.id() + " ", text.day(step.date()) + ", ", words)));
    }

    private Stream<Choice> values(Relation relation, String subject, String before, Words words) {
        String label = before + text.pick(relation.labels(), relation.name());
        return relation.values().stream()
                .map(value -> new Choice(
                        subject + StatementKey.of(relation.name(), words.key(value)),
                        cut(label + ": " + words.of(value, relation.name()))));
    }

    private static Choice stated(Statement statement, Words words) {
        Value subject = statement.subject();
        String about = words.of(subject, "");
        return new Choice(
                StatementKey.of(words.key(subject), statement.name(), words.key(statement.object())),
                cut(about + " – " + words.text().pick(statement.labels(), statement.name()) + ": "
                        + words.of(statement.object(), statement.name())));
    }

    private static String cut(String label) {
        return Wording.beginning(label, LABEL_MAX);
    }

    /** Writes values without markup, as the page has them. */
    private record Words(PageText text, Map<String, String> units, Map<String, String> comparators) {
        String key(Value value) {
            return value.id() == null ? value.text() : value.id();
        }

        String of(Value value, String property) {
            if (value.id() != null) {
                return text.name(value.labels(), value.text());
            }
            String datatype = value.datatype() == null ? "" : value.datatype();
            return switch (datatype) {
                case "date", "gYearMonth" -> text.day(value.text());
                case "decimal" -> text.figure(value.text(), units.get(property), comparators.get(property));
                case "integer" -> text.figure(value.text(), null, comparators.get(property));
                default -> property.equals("language") ? text.language(value.text()) : value.text();
            };
        }
    }
}

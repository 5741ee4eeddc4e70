package org.werkgraaf.web.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Through;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Relations;

/**
 * Divides the page of a thing of which much is said: the first values of each relation, with a way to the rest, or the part that
 * the reader asked for. A page with little on it is shown whole.
 */
public final class LongPage {
    /** More statements and passages than this make a page that nobody reads through. */
    static final int ITEMS_MAX = 90;

    /** Values of a relation before the rest folds away or is left to a page of its own. */
    private static final int FIRST = 12;

    /** The same on a page that is not shown whole. */
    private static final int FIRST_OF_MANY = 6;

    /** The same of what is said of a wider thing, whose own page shows more. */
    private static final int FIRST_OF_WIDER = 2;

    /** Values on a page of one relation. */
    private static final int PAGE = 100;

    private final Description thing;
    private final Wanted wanted;
    private final WordFilter words;
    private final @Nullable String day;
    private final boolean large;
    private final int found;

    /** @param day the day that the reader named; absent for the present one */
    LongPage(Description thing, Wanted wanted, PageText text, @Nullable String day) {
        this.thing = thing;
        this.wanted = wanted;
        this.words = new WordFilter(wanted.words(), text);
        this.day = day;
        this.large = thing.passages().size() + items(thing) > ITEMS_MAX;
        this.found = count();
    }

    private static int items(Description thing) {
        return Stream.of(
                        thing.facts(),
                        thing.incoming(),
                        thing.through().stream()
                                .flatMap(each -> each.relations().stream())
                                .toList())
                .flatMap(List::stream)
                .mapToInt(relation -> relation.values().size())
                .sum();
    }

    /** How many statements the reader's part has, on all its pages. */
    private int count() {
        return Stream.concat(thing.facts().stream(), thing.incoming().stream())
                .mapToInt(relation -> (int) relation.values().stream()
                        .filter(value -> passes(relation, value))
                        .count())
                .sum();
    }

    private boolean passes(Relation relation, Value value) {
        return (wanted.only() == null || wanted.only().equals(relation.name())) && words.passes(relation, value);
    }

    /** Whether the page is too long to be shown whole, or a part of it was asked for. */
    public boolean isDivided() {
        return large || wanted.isPart();
    }

    /** Whether a part was asked for. */
    public boolean isPart() {
        return wanted.isPart();
    }

    /** What was asked for. */
    public Wanted wanted() {
        return wanted;
    }

    /** How many statements of the thing itself are in the part that was asked for. */
    public int found() {
        return found;
    }

    /** What is shown of the relations. */
    Relations of(Relations all) {
        if (!wanted.isPart()) {
            return all;
        }
        Skipping skipping = new Skipping();
        return new Relations(
                all.key(),
                narrowed(all.facts(), skipping),
                narrowed(all.parts(), skipping),
                narrowed(all.incoming(), skipping));
    }

    private List<Relation> narrowed(List<Relation> relations, Skipping skipping) {
        return narrowed(relations, (relation, value) -> passes(relation, value) && skipping.shows());
    }

    private static List<Relation> narrowed(List<Relation> relations, BiPredicate<Relation, Value> wanted) {
        List<Relation> kept = new ArrayList<>();
        for (Relation relation : relations) {
            List<Value> values = relation.values().stream()
                    .filter(value -> wanted.test(relation, value))
                    .toList();
            if (!values.isEmpty()) {
                kept.add(new Relation(
                        relation.property(), relation.name(), relation.labels(), relation.disputed(), values));
            }
        }
        return kept;
    }

    /** What is shown of wider things. */
    List<Through> through() {
        if (!wanted.isPart()) {
            return thing.through();
        }
        return thing.through().stream()
                .map(each -> new Through(
                        each.wider(), wanted.page() > 1 ? List.of() : narrowed(each.relations(), this::passes)))
                .filter(each -> !each.relations().isEmpty())
                .toList();
    }

    /** The passages to list beside those behind what is shown. */
    List<Place> passages() {
        if (Wanted.SOURCES.equals(wanted.only())) {
            return thing.passages();
        }
        if (!wanted.words().isEmpty()) {
            return thing.passages().stream().filter(words::passes).toList();
        }
        return isDivided() ? List.of() : thing.passages();
    }

    /** The passages behind the values of a relation that are shown. */
    Stream<Place> cited(Relation relation) {
        return cited(relation, false);
    }

    /** The passages behind the values that are shown of a relation of a wider thing. */
    Stream<Place> citedOfWider(Relation relation) {
        return cited(relation, true);
    }

    private Stream<Place> cited(Relation relation, boolean wider) {
        return relation.values().stream()
                .limit(large ? shown(relation, wider) : relation.values().size())
                .flatMap(value -> value.said().stream());
    }

    /**
     * How many values of a relation are shown at once.
     *
     * @param wider whether it is a relation of a wider thing
     */
    public int shown(Relation relation, boolean wider) {
        int count = relation.values().size();
        int first = large ? wider ? FIRST_OF_WIDER : FIRST_OF_MANY : FIRST;
        return wanted.isPart() ? count : Math.min(first, count);
    }

    /** How many more the page has folded away. */
    public int folded(Relation relation, boolean wider) {
        return large ? 0 : relation.values().size() - shown(relation, wider);
    }

    /** How many more stand on a page of their own. */
    public int left(Relation relation, boolean wider) {
        return large ? relation.values().size() - shown(relation, wider) : 0;
    }

    /** Where all values of a relation stand. */
    public String all(Relation relation) {
        return all(thing.id(), relation);
    }

    /** Where all values of a relation of a wider thing stand. */
    public String all(String id, Relation relation) {
        return Wanted.relation(relation.name()).link(id, day);
    }

    /** Where all passages stand that speak of the thing; absent when they are shown. */
    public @Nullable String allPassages() {
        return isDivided() && wanted.words().isEmpty() && !Wanted.SOURCES.equals(wanted.only())
                ? Wanted.relation(Wanted.SOURCES).link(thing.id(), day)
                : null;
    }

    /** The whole page. */
    public String whole() {
        return Wanted.ALL.link(thing.id(), day);
    }

    /** The next page of the same part; absent on the last. */
    public @Nullable String next() {
        return wanted.isPart() && wanted.page() * (long) PAGE < found
                ? wanted.onPage(wanted.page() + 1).link(thing.id(), day)
                : null;
    }

    /** Counts the values that are on other pages. */
    private final class Skipping {
        private int seen;

        boolean shows() {
            seen++;
            return seen > (wanted.page() - 1) * PAGE && seen <= wanted.page() * PAGE;
        }
    }
}

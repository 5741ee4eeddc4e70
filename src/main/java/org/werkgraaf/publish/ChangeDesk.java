package org.werkgraaf.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFolder;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.GitCheckout;
import org.werkgraaf.change.PlannedChange;
import org.werkgraaf.change.SaidOfThing;
import org.werkgraaf.change.ThingMerge;
import org.werkgraaf.change.ThingSplit;
import org.werkgraaf.change.ThingsDiffer;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.publish.ChangeVerdict.Broken;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.validate.Report;
import org.werkgraaf.validate.Severity;
import org.werkgraaf.vocabulary.ThingId;

/** Judges a change as the content would be with it, and writes it into the files when that is good. */
public final class ChangeDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeDesk.class);

    private final ContentReader reader;
    private final Clock clock;
    private final ChangeLimits limits;
    private final boolean commits;
    private @Nullable Known known;
    /** Of the change that was looked at last; the next content when that is written. */
    private @Nullable Known looked;

    /**
     * @param reader where the content is
     * @param clock gives the time of a change
     * @param limits how large a change may be
     */
    public ChangeDesk(ContentReader reader, Clock clock, ChangeLimits limits) {
        this(reader, clock, limits, false);
    }

    /**
     * As the other.
     *
     * @param commits whether each change is a commit in the checkout of Git in which the content lies
     */
    public ChangeDesk(ContentReader reader, Clock clock, ChangeLimits limits, boolean commits) {
        this.commits = commits;
        this.reader = reader;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * What the content would be with a change; nothing is written.
     *
     * @throws ChangeException when it cannot be made, with why
     * @throws LoadException when the content as it is cannot be loaded
     */
    public synchronized ChangeVerdict look(ChangeSet change) {
        requireWithin(change);
        folder();
        Content content = reader.read();
        ContentExpectations expected = ContentExpectations.of(reader, Duration.ofMillis(limits.questionsMillisMax()));
        PlannedChange planned =
                PlannedChange.of(content, change, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        List<ChangeLine> lines = ChangeLine.of(planned.change());
        Known before = known(content, expected);
        try {
            Judged after = Judged.of(planned.after());
            List<Broken> broken = after.report().errors().stream()
                    .flatMap(finding -> behind(finding, after.report(), before.findings()))
                    .map(finding -> new Broken(finding.toString(), finding, touching(lines, finding)))
                    .toList();
            List<Finding> noted = after.report().findings().stream()
                    .filter(finding -> finding.severity() == Severity.WARN
                            && !before.findings().contains(finding))
                    .toList();
            ExpectedAnswers answers = ExpectedAnswers.REFUSED;
            if (broken.isEmpty()) {
                ContentExpectations.Answers then = before.answers();
                ContentExpectations.Answers now = expected.ask(after, then);
                looked = new Known(
                        planned.after().digest(),
                        expected.digest(),
                        Set.copyOf(after.report().findings()),
                        now);
                answers = expected.compare(then, now, lines);
            }
            return new ChangeVerdict(
                    planned,
                    lines,
                    labels(after.union(), change),
                    broken,
                    noted,
                    answers,
                    ContentRules.words(planned.after()),
                    false);
        } catch (LoadException e) {
            List<Broken> broken = e.problems().stream()
                    .map(problem -> new Broken(
                            problem.toString(), null, planned.files().containsKey(problem.file()) ? lines : List.of()))
                    .toList();
            Graph terms = GraphLoader.parse(Stream.of("ontology/werkgraaf.ttl", "ontology/presentation.ttl")
                    .flatMap(path -> content.file(path).stream())
                    .toList());
            return new ChangeVerdict(
                    planned,
                    lines,
                    labels(terms, change),
                    broken,
                    List.of(),
                    ExpectedAnswers.REFUSED,
                    ContentRules.words(content),
                    false);
        }
    }

    /** An error that a rule has more findings than it may stands for those that were not there before. */
    private static Stream<Finding> behind(Finding error, Report report, Set<Finding> known) {
        return error.entity().isEmpty()
                ? Stream.concat(
                        Stream.of(error),
                        report.findings().stream()
                                .filter(each -> each.rule().equals(error.rule())
                                        && !each.entity().isEmpty())
                                .filter(each -> !known.contains(each)))
                : Stream.of(error);
    }

    /** Names of what is there then, and of what goes. */
    private static Graph labels(Graph after, ChangeSet change) {
        Graph gone = GraphFactory.createDefaultGraph();
        change.removed().forEach(quad -> gone.add(quad.asTriple()));
        return new Union(after, gone);
    }

    /** As the other, of a change by which no answer loses anything. */
    public ChangeVerdict apply(ChangeSet change) {
        return apply(change, "");
    }

    /**
     * Writes a change into the files, with its line in the log, if the content is good with it; else nothing is written.
     *
     * @param confirmed the {@link ExpectedAnswers#confirmation} that somebody read; a change by which answers lose something is not written
     *     without it
     * @throws ChangeException when it cannot be made, with why
     * @throws LoadException when the content as it is cannot be loaded
     * @throws org.werkgraaf.store.StoreException when the files cannot be written
     */
    public synchronized ChangeVerdict apply(ChangeSet change, String confirmed) {
        ChangeVerdict verdict = look(change);
        if (!verdict.accepted() || !verdict.isConfirmedBy(confirmed)) {
            return verdict;
        }
        verdict.planned().write(folder());
        known = looked;
        if (commits) {
            GitCheckout.commit(reader, verdict.planned())
                    .ifPresent(why -> LOG.warn(
                            "The change {} is in the files and is not committed: {}",
                            verdict.planned().change().id(),
                            why));
        }
        return verdict.asWritten();
    }

    /**
     * Judges the content as it is, so that the next look at a change takes half as long.
     *
     * @throws LoadException when it cannot be loaded
     */
    public synchronized void ready() {
        known(reader.read(), ContentExpectations.of(reader, Duration.ofMillis(limits.questionsMillisMax())));
    }

    /**
     * The change that takes back one that was applied.
     *
     * @throws ChangeException when there is none of that id
     */
    public ChangeSet reverting(String id, String author, String reason) {
        return ChangeHistory.of(reader.readChanges())
                .find(id)
                .orElseThrow(() -> ChangeException.unknown(id))
                .inverse(author, reason);
    }

    /** The changes in the log as it is in the files now, oldest first; what was written last may not be published yet. */
    public List<ChangeSet> applied() {
        return ChangeHistory.of(reader.readChanges()).all();
    }

    /**
     * The change that makes one thing of two; {@link #look} and {@link #apply} tell whether it is good.
     *
     * @param from id of the one that is withdrawn
     * @param into id of the one that stays
     * @throws ChangeException when they cannot be merged, with why
     */
    public ChangeSet merging(ThingId from, ThingId into, String author, String reason) {
        return ThingMerge.of(reader.read(), from, into, author, reason);
    }

    /**
     * The change that makes two things of one.
     *
     * @param split what goes where
     * @param described what is said of the other thing, such as its names, with author and reason
     * @throws ChangeException when it cannot be split, with why
     */
    public ChangeSet splitting(ThingSplit split, ChangeSet described) {
        return split.of(reader.read(), described);
    }

    /**
     * The change that says that two things are two.
     *
     * @throws ChangeException when that cannot be said, with why
     */
    public ChangeSet differing(ThingId one, ThingId other, String author, String reason) {
        return ThingsDiffer.of(reader.read(), one, other, author, reason);
    }

    /** What the files say of a thing, and of others with it. */
    public Set<Quad> said(ThingId thing) {
        return SaidOfThing.all(reader.read(), thing);
    }

    private ChangeFolder folder() {
        return ChangeFolder.of(reader).orElseThrow(ChangeException::closed);
    }

    private void requireWithin(ChangeSet change) {
        if (change.author().isBlank() || change.reason().isBlank()) {
            throw ChangeException.incomplete();
        }
        change.requirePlain();
        if (change.size() > limits.statementsMax()) {
            throw ChangeException.tooLarge(change.size(), limits.statementsMax());
        }
        Stream.of(change.author(), change.reason(), change.answers())
                .filter(text -> text.length() > limits.textLengthMax())
                .findFirst()
                .ifPresent(text -> {
                    throw ChangeException.tooLong(text.length(), limits.textLengthMax());
                });
    }

    /** Lines on the thing that a finding is about, or else those that name it as a value. */
    private static List<ChangeLine> touching(List<ChangeLine> lines, Finding finding) {
        List<ChangeLine> on = new ArrayList<>();
        List<ChangeLine> naming = new ArrayList<>();
        for (ChangeLine line : lines) {
            boolean about = line.thing().toString().equals(finding.entity())
                    || Optional.ofNullable(line.passage())
                            .filter(passage -> passage.toString().equals(finding.entity()))
                            .isPresent();
            boolean named = Stream.concat(line.before().stream(), line.after().stream())
                    .anyMatch(value -> value.isURI()
                            && (value.getURI().equals(finding.entity())
                                    || value.getURI().equals(finding.value())));
            if (about) {
                on.add(line);
            } else if (named) {
                naming.add(line);
            }
        }
        return on.isEmpty() ? naming : on;
    }

    /** What is found in the content as it is, and what it answers; kept as long as it is the same, since a change is looked at more than once. */
    private Known known(Content content, ContentExpectations expected) {
        Known last = known;
        if (last == null
                || !last.content().equals(content.digest())
                || !last.expected().equals(expected.digest())) {
            Judged judged = Judged.of(content);
            last = new Known(
                    content.digest(),
                    expected.digest(),
                    Set.copyOf(judged.report().findings()),
                    expected.ask(judged, null));
            known = last;
        }
        return last;
    }

    private record Known(String content, String expected, Set<Finding> findings, ContentExpectations.Answers answers) {}
}

package org.werkgraaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.account.AccountLimits;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.curate.ProposalLimits;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.draft.DraftLimits;
import org.werkgraaf.draft.Drafts;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.engine.EngineKeeper;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.follow.Following;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.publish.ChangeDesk;
import org.werkgraaf.publish.ChangeLimits;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.publish.QualityReports;
import org.werkgraaf.publish.Verifier;
import org.werkgraaf.query.AnswerCache;
import org.werkgraaf.query.EmbeddedEngine;
import org.werkgraaf.query.QueryEngine;
import org.werkgraaf.query.QueryExample;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.query.QueryRunner;
import org.werkgraaf.query.QuestionLimits;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.query.RemoteEndpoints;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.query.SpoolSpace;
import org.werkgraaf.store.GraphStore;

/** Builds the rooms below HTTP from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
public class Rooms {
    @Bean
    ReleaseRooms releaseRooms(Settings settings, ObjectProvider<Opening> opening) {
        Opening begun = opening.getIfAvailable();
        return begun == null ? ReleaseRooms.of(settings) : begun.rooms();
    }

    @Bean
    GraphStore graphStore(ReleaseRooms rooms) {
        return rooms.store();
    }

    @Bean
    EntityIndex entityIndex(ReleaseRooms rooms) {
        return rooms.index();
    }

    @Bean
    QualityReports qualityReports(GraphStore store) {
        return new QualityReports(store);
    }

    @Bean
    SavedQuestions savedQuestions(GraphStore store) {
        return new SavedQuestions(store);
    }

    @Bean
    Publisher publisher(ReleaseRooms rooms) {
        return rooms.publisher();
    }

    /** Needs the store, so that it is closed before it. */
    @Bean
    Following following(ReleaseRooms rooms, GraphStore store) {
        return rooms.following();
    }

    @Bean
    ChangeDesk changeDesk(ReleaseRooms rooms, Clock clock, Settings settings) {
        Settings.ChangeSettings changes = settings.changes();
        return new ChangeDesk(
                rooms.reader(),
                clock,
                new ChangeLimits(changes.statementsMax(), changes.textLengthMax(), changes.questionsMillisMax()),
                changes.commit());
    }

    @Bean
    Verifier verifier(GraphStore store, Publisher publisher) {
        return new Verifier(store, publisher);
    }

    @Bean
    Dumps dumps(Settings settings, GraphStore store) {
        boolean temporary = settings.inMemory();
        return new Dumps(store, temporary ? temporary("dumps") : settings.var().resolve("dumps"), temporary);
    }

    @Bean
    EntityReader entityReader(GraphStore store) {
        return new EntityReader(store);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Assessor assessor(GraphStore store) {
        return new Assessor(store);
    }

    @Bean
    AtlasReader atlasReader(GraphStore store) {
        return new AtlasReader(store);
    }

    @Bean
    QueryLimits queryLimits(Settings settings) {
        Settings.SparqlSettings sparql = settings.sparql();
        return new QueryLimits(
                sparql.timeoutMillis(),
                sparql.rowsMax(),
                sparql.lengthMax(),
                sparql.resultBytesMax(),
                sparql.memoryBytesMax(),
                sparql.rowBytesMax(),
                sparql.textLengthMax(),
                sparql.atOnceMax(),
                sparql.atOncePerClientMax(),
                sparql.services());
    }

    @Bean
    QueryRunner queryRunner(QueryLimits limits) {
        return new QueryRunner(limits);
    }

    @Bean
    Supplier<List<QueryExample>> queryExampleSource(SavedQuestions questions) {
        return () -> questions.all().stream()
                .map(each -> new QueryExample(each.name(), each.summaries(), each.keywords(), each.query()))
                .toList();
    }

    @Bean
    AnswerCache answerCache(Settings settings) {
        return new AnswerCache(settings.sparql().cacheBytesMax());
    }

    @Bean
    SpoolSpace spoolSpace(Settings settings) {
        return new SpoolSpace(settings.sparql().spoolBytesMax());
    }

    @Bean
    QuestionLimits questionLimits(Settings settings) {
        Settings.QuestionSettings questions = settings.questions();
        return new QuestionLimits(
                questions.timeoutMillis(), questions.sizeMax(), questions.atOnceMax(), questions.cacheCellsMax());
    }

    /** Only where another store answers SPARQL. */
    @Bean
    @Conditional(SparqlEngineSettings.IsSet.class)
    EngineKeeper engineKeeper(Settings settings, GraphStore store, Publisher publisher) {
        EngineKeeper keeper = new EngineKeeper(store, settings.sparql().engine().checked(), GraphDigest::of);
        publisher.beforeServing(keeper::prepare);
        return keeper;
    }

    @Bean
    QueryEngine queryEngine(QueryLimits limits, ObjectProvider<EngineKeeper> keeper) {
        EngineKeeper other = keeper.getIfAvailable();
        return other == null ? new EmbeddedEngine(new RemoteEndpoints(limits)) : other.engine();
    }

    @Bean
    QuestionRunner questionRunner(
            GraphStore store, QuestionLimits limits, QueryRunner queries, ObjectProvider<EngineKeeper> keeper) {
        EngineKeeper other = keeper.getIfAvailable();
        return new QuestionRunner(
                store, limits, queries, other == null ? new EmbeddedEngine(RemoteEndpoints.NONE) : other.engine());
    }

    /** Only what takes proposals asks for it. The store has the folder for this process by then. */
    @Bean
    @Lazy
    Proposals proposals(Settings settings, GraphStore store, Clock clock) {
        Settings.ProposalsSettings proposals = settings.proposals();
        return Proposals.open(
                settings.var().resolve(Proposals.FOLDER),
                new ProposalLimits(
                        proposals.openMax(),
                        proposals.journalBytesMax(),
                        proposals.textLengthMax(),
                        proposals.lineLengthMax()),
                clock);
    }

    /** Only what takes changes that wait asks for it. The store has the folder for this process by then. */
    @Bean
    @Lazy
    Drafts drafts(Settings settings, GraphStore store, Clock clock) {
        Settings.EditingSettings edit = settings.edit();
        return Drafts.open(
                settings.var().resolve(Drafts.FOLDER),
                new DraftLimits(
                        edit.draftsOpenMax(),
                        edit.draftsPerPersonMax(),
                        edit.draftsBytesPerPersonMax(),
                        edit.draftsEndedDaysMax(),
                        edit.draftsJournalBytesMax(),
                        edit.wordsLengthMax()),
                clock);
    }

    /** Reads and makes nothing before somebody asks. */
    @Bean
    Accounts accounts(Settings settings, Clock clock) {
        SignInSettings signIn = settings.signIn();
        return new Accounts(
                settings.var().resolve(Accounts.FOLDER),
                new AccountLimits(
                        signIn.accountsMax(),
                        signIn.passwordLengthMin(),
                        signIn.passwordCost(),
                        signIn.tokensMax(),
                        signIn.tokenDaysMax()),
                clock);
    }

    private static Path temporary(String purpose) {
        try {
            Path folder = Files.createTempDirectory("werkgraaf-" + purpose);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder for the " + purpose, e);
        }
    }
}

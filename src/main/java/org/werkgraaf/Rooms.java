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
import org.springframework.core.env.Environment;
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
import org.werkgraaf.web.AnswerSettings;
import org.werkgraaf.web.AssistantSettings;
import org.werkgraaf.web.BodySettings;
import org.werkgraaf.web.BundleSettings;
import org.werkgraaf.web.CheckSettings;
import org.werkgraaf.web.ComparisonSettings;
import org.werkgraaf.web.DownloadSettings;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.NeighbourSettings;
import org.werkgraaf.web.OpenIdSettings;
import org.werkgraaf.web.OverviewSettings;
import org.werkgraaf.web.PictureSettings;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.ReconcileSettings;
import org.werkgraaf.web.SignSettings;
import org.werkgraaf.web.StreamSettings;
import org.werkgraaf.web.WebSettings;

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
                new ChangeLimits(changes.statementsMax(), changes.textLengthMax()),
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

    @Bean
    WebSettings webSettings(Settings settings, Environment environment) {
        Settings.SearchSettings search = settings.search();
        return new WebSettings(
                new BaseAddress(settings.baseUrl(), environment),
                search.wordsLengthMax(),
                search.filtersMax(),
                search.sizeMax(),
                settings.admin().token());
    }

    @Bean
    CheckSettings checkSettings(Settings settings) {
        return new CheckSettings(settings.check().answersKept());
    }

    @Bean
    ReconcileSettings reconcileSettings(Settings settings) {
        Settings.ReconciliationSettings reconcile = settings.reconcile();
        return new ReconcileSettings(
                reconcile.queriesMax(), reconcile.candidatesMax(), reconcile.rowsMax(), reconcile.propertiesMax());
    }

    @Bean
    BodySettings bodySettings(Settings settings) {
        Settings.HttpSettings http = settings.http();
        return new BodySettings(
                http.bodyBytesMax(),
                http.bodyMillisMax(),
                http.bodyBytesPerSecondMin(),
                http.bodiesPerClientMax(),
                http.bodiesBytesMax());
    }

    @Bean
    DownloadSettings downloadSettings(Settings settings) {
        return new DownloadSettings(
                settings.http().downloadsAtOnceMax(), settings.http().downloadsPerClientMax());
    }

    @Bean
    BundleSettings bundleSettings(Settings settings) {
        return new BundleSettings(settings.bundle().serve());
    }

    @Bean
    StreamSettings streamSettings(Settings settings) {
        return new StreamSettings(
                Math.max(1, settings.stream().pageSize()),
                Math.max(1, settings.stream().sizeMax()));
    }

    @Bean
    AnswerSettings answerSettings(Settings settings) {
        Settings.SparqlSettings sparql = settings.sparql();
        return new AnswerSettings(
                sparql.answerBytesPerSecondMin(), sparql.answerMillisMax(), sparql.answersPerClientMax());
    }

    @Bean
    OverviewSettings overviewSettings(Settings settings) {
        return new OverviewSettings(settings.see().thingsMax());
    }

    @Bean
    PictureSettings pictureSettings(Settings settings) {
        Settings.PicturesSettings pictures = settings.pictures();
        return new PictureSettings(
                pictures.widthMax(),
                pictures.dotsMax(),
                pictures.rowsMax(),
                pictures.atOnceMax(),
                pictures.waitMillis(),
                pictures.millisMax(),
                pictures.cacheBytesMax());
    }

    @Bean
    AssistantSettings assistantSettings(Settings settings) {
        Settings.McpSettings mcp = settings.mcp();
        return new AssistantSettings(mcp.enabled(), mcp.origins(), mcp.hosts(), mcp.bodyBytesMax(), mcp.batchMax());
    }

    @Bean
    EditSettings editSettings(Settings settings) {
        Settings.EditingSettings edit = settings.edit();
        return new EditSettings(edit.looksMax(), edit.looksPerPersonMax(), edit.fourEyes(), !settings.inMemory());
    }

    @Bean
    ProposalSettings proposalSettings(Settings settings, Accounts accounts, ObjectProvider<Proposals> kept) {
        Settings.ProposalsSettings proposals = settings.proposals();
        return new ProposalSettings(
                ProposalSwitch.offBecause(settings, accounts, kept),
                proposals.bodyBytesMax(),
                proposals.perClientHourMax(),
                proposals.perNetworkHourMax(),
                proposals.textLengthMax(),
                proposals.lineLengthMax());
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

    @Bean
    SignSettings signSettings(Settings settings) {
        SignInSettings signIn = settings.signIn();
        return new SignSettings(
                signIn.enabled() && !settings.inMemory(),
                signIn.passwordLengthMin(),
                signIn.tokenDaysMax(),
                signIn.failuresMax(),
                signIn.failuresPerClientMax(),
                signIn.failureSeconds(),
                signIn.atOnceMax(),
                signIn.idleSecondsMax(),
                signIn.sessionSecondsMax(),
                signIn.sessionsMax());
    }

    @Bean
    OpenIdSettings openIdSettings(Settings settings) {
        SignInSettings.OpenIdConnectSettings openid = settings.signIn().openid();
        return new OpenIdSettings(
                openid.issuer(),
                openid.clientId(),
                openid.clientSecret(),
                openid.claim(),
                openid.hosts(),
                openid.millisMax());
    }

    @Bean
    ComparisonSettings comparisonSettings(Settings settings) {
        return new ComparisonSettings(
                settings.near().thingsMax(), settings.near().cellValuesMax());
    }

    @Bean
    NeighbourSettings neighbourSettings(Settings settings) {
        return new NeighbourSettings(settings.near().neighboursMax());
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

package org.werkgraaf;

import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.werkgraaf.web.OverviewSettings;

/**
 * All settings of the service, with their defaults. Each is documented in {@code docs/operations.md}.
 *
 * @param baseUrl address under which visitors reach the service; empty for this machine at the port on which it listens
 * @param var folder in which the service keeps its store and index
 * @param storage {@code disk} or {@code memory}
 * @param role {@code writer} or {@code reader}
 * @param follow where a reader finds the releases; empty for a writer
 * @param reader what a reader takes
 * @param bundle how releases are handed on
 * @param content where the files are
 * @param search limits of searching
 * @param sparql limits of the SPARQL endpoint
 * @param questions limits of the saved questions
 * @param reconcile limits of matching names
 * @param near limits of comparisons and neighbours
 * @param check limits of the check
 * @param see limits of the pictures of the whole graph
 * @param pictures limits of pictures for print
 * @param mcp how assistants may ask
 * @param changes limits of a change to the content
 * @param stream how much is told of what changed from release to release
 * @param proposals how readers may propose corrections
 * @param signIn who may sign in, and how
 * @param admin how an operator may publish
 */
@ConfigurationProperties("werkgraaf")
public record Settings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("var") Path var,
        @DefaultValue("disk") String storage,
        @DefaultValue("writer") String role,
        @DefaultValue("") String follow,
        @DefaultValue ReaderSettings reader,
        @DefaultValue BundleSettings bundle,
        @DefaultValue ContentSettings content,
        @DefaultValue SearchSettings search,
        @DefaultValue SparqlSettings sparql,
        @DefaultValue HttpSettings http,
        @DefaultValue QuestionSettings questions,
        @DefaultValue ReconciliationSettings reconcile,
        @DefaultValue NearbySettings near,
        @DefaultValue CheckSettings check,
        @DefaultValue OverviewSettings see,
        @DefaultValue PicturesSettings pictures,
        @DefaultValue McpSettings mcp,
        @DefaultValue ChangeSettings changes,
        @DefaultValue EditingSettings edit,
        @DefaultValue ChangeStreamSettings stream,
        @DefaultValue ProposalsSettings proposals,
        @DefaultValue SignInSettings signIn,
        @DefaultValue AdminSettings admin) {
    /**
     * Whether nothing is kept.
     *
     * @throws IllegalArgumentException when the setting says neither that nor the opposite
     */
    boolean inMemory() {
        return switch (storage) {
            case "memory" -> true;
            case "disk" -> false;
            default ->
                throw new IllegalArgumentException(
                        "The setting werkgraaf.storage is '" + storage + "'; use disk or memory.");
        };
    }

    /**
     * Whether releases are fetched and not made.
     *
     * @throws IllegalArgumentException when the settings do not agree on that
     */
    boolean isReader() {
        boolean reader = switch (role) {
            case "reader" -> true;
            case "writer" -> false;
            default ->
                throw new IllegalArgumentException(
                        "The setting werkgraaf.role is '" + role + "'; use writer or reader.");
        };
        if (reader && follow.isEmpty()) {
            throw new IllegalArgumentException(
                    "The setting werkgraaf.role is 'reader' and werkgraaf.follow is empty; name the"
                            + " folder or the address in which the bundles are.");
        }
        if (!reader && !follow.isEmpty()) {
            throw new IllegalArgumentException("The setting werkgraaf.follow is '" + follow
                    + "', which only a reader follows; set werkgraaf.role to reader, or leave it empty.");
        }
        return reader;
    }

    /**
     * @param publicKey file with the Ed25519 key in PEM that verifies lists of bundles; empty takes them unsigned
     * @param lookSeconds how often it is looked whether there is another release
     * @param bundleBytesMax largest bundle, in bytes
     * @param releaseBytesMax most that a release takes when it is unpacked, in bytes
     * @param fetchMillisMax how long it may take to fetch a bundle
     * @param stallMillisMax how long nothing may come meanwhile
     * @param redirectsMax how many redirects are followed
     */
    public record ReaderSettings(
            @DefaultValue("") String publicKey,
            @DefaultValue("30") int lookSeconds,
            @DefaultValue("2000000000") long bundleBytesMax,
            @DefaultValue("10000000000") long releaseBytesMax,
            @DefaultValue("1800000") long fetchMillisMax,
            @DefaultValue("30000") int stallMillisMax,
            @DefaultValue("3") int redirectsMax) {}

    /**
     * @param folder into which a bundle of each release is written; empty for none
     * @param key file with the Ed25519 key in PEM that signs the list of bundles; empty leaves it unsigned
     * @param kept how many bundles stay
     * @param serve whether they are at {@code /bundles/} for everybody
     */
    public record BundleSettings(
            @DefaultValue("") String folder,
            @DefaultValue("") String key,
            @DefaultValue("3") int kept,
            @DefaultValue("false") boolean serve) {}

    /**
     * @param ontology folder of the ontology, or {@code classpath:werkgraaf/ontology} for the packaged one
     * @param data folder of the data
     * @param queries folder of the saved questions
     * @param fileBytesMax largest file that is read, in bytes
     */
    public record ContentSettings(
            @DefaultValue("classpath:werkgraaf/ontology") String ontology,
            @DefaultValue("classpath:werkgraaf/data") String data,
            @DefaultValue("classpath:werkgraaf/queries") String queries,
            @DefaultValue("20000000") long fileBytesMax) {}

    /**
     * @param wordsLengthMax longest question, in characters
     * @param filtersMax most filter values in one search
     * @param sizeMax most hits on a page
     * @param facetValuesMax most values of a facet in an answer
     * @param answersKept how many answers are remembered
     */
    public record SearchSettings(
            @DefaultValue("1000") int wordsLengthMax,
            @DefaultValue("50") int filtersMax,
            @DefaultValue("100") int sizeMax,
            @DefaultValue("500") int facetValuesMax,
            @DefaultValue("256") int answersKept) {}

    /** @param answersKept how many answers are remembered */
    public record CheckSettings(@DefaultValue("64") int answersKept) {}

    /**
     * @param queriesMax most names in one request
     * @param candidatesMax most candidates for one name
     * @param rowsMax most things of which values are asked in one request
     * @param propertiesMax most properties in one request
     */
    public record ReconciliationSettings(
            @DefaultValue("50") int queriesMax,
            @DefaultValue("25") int candidatesMax,
            @DefaultValue("100") int rowsMax,
            @DefaultValue("30") int propertiesMax) {}

    /**
     * @param bodyBytesMax longest body of a request that is kept, in bytes
     * @param bodyMillisMax how long a body may take to come
     * @param bodyBytesPerSecondMin how quickly it must come
     * @param bodiesPerClientMax for how many bodies the service waits at a time from one address
     * @param bodiesBytesMax how much bodies that are not complete take together, in bytes
     * @param downloadsAtOnceMax how many files of the dumps are read at a time
     * @param downloadsPerClientMax how many of them from one address
     * @param firstRequestsMillisMax how long the service, asking itself for pages, waits before it says that it is ready; 0 for not at all
     */
    public record HttpSettings(
            @DefaultValue("400000") int bodyBytesMax,
            @DefaultValue("20000") long bodyMillisMax,
            @DefaultValue("2000") long bodyBytesPerSecondMin,
            @DefaultValue("16") int bodiesPerClientMax,
            @DefaultValue("16000000") long bodiesBytesMax,
            @DefaultValue("8") int downloadsAtOnceMax,
            @DefaultValue("4") int downloadsPerClientMax,
            @DefaultValue("200") long firstRequestsMillisMax) {}

    /**
     * @param timeoutMillis longest run of a query
     * @param rowsMax most rows or triples in a result
     * @param lengthMax longest query, in bytes
     * @param resultBytesMax largest result, in bytes
     * @param memoryBytesMax most memory that a query may keep, in bytes
     * @param rowBytesMax most that the texts of a row may take in memory, in bytes
     * @param textLengthMax longest text that a query may make, in characters
     * @param atOnceMax most queries that run at the same time
     * @param atOncePerClientMax most queries of one address that run at the same time
     * @param cacheBytesMax size of the memory of answers, in bytes
     * @param answerBytesPerSecondMin how quickly the reader of a large answer must take it
     * @param answerMillisMax how long it may take to send an answer
     * @param answersPerClientMax how many large answers are sent to one address at a time
     * @param spoolBytesMax most that answers which are being made or sent may take on the disk, in bytes
     * @param services endpoints that SERVICE may call
     * @param engine the store that answers in place of the one that is built in
     */
    public record SparqlSettings(
            @DefaultValue("30000") long timeoutMillis,
            @DefaultValue("1000000") int rowsMax,
            @DefaultValue("100000") int lengthMax,
            @DefaultValue("60000000") int resultBytesMax,
            @DefaultValue("64000000") long memoryBytesMax,
            @DefaultValue("2000000") int rowBytesMax,
            @DefaultValue("100000") int textLengthMax,
            @DefaultValue("8") int atOnceMax,
            @DefaultValue("4") int atOncePerClientMax,
            @DefaultValue("16000000") long cacheBytesMax,
            @DefaultValue("10000") long answerBytesPerSecondMin,
            @DefaultValue("600000") long answerMillisMax,
            @DefaultValue("4") int answersPerClientMax,
            @DefaultValue("200000000") long spoolBytesMax,
            @DefaultValue({}) Set<String> services,
            @DefaultValue SparqlEngineSettings engine) {
        /**
         * Looks whether the settings agree.
         *
         * @throws IllegalArgumentException when SERVICE is allowed where it cannot be held to limits
         */
        public SparqlSettings {
            if (engine.isSet() && !services.isEmpty()) {
                throw new IllegalArgumentException("The settings werkgraaf.sparql.services and"
                        + " werkgraaf.sparql.engine.query are both set; with a store of its own for SPARQL no SERVICE is"
                        + " called. Leave one of them empty.");
            }
        }
    }

    /**
     * @param timeoutMillis longest run of a saved question
     * @param sizeMax most rows of a page
     * @param atOnceMax most that run at the same time
     * @param cacheCellsMax most values of answers that are kept
     */
    public record QuestionSettings(
            @DefaultValue("5000") long timeoutMillis,
            @DefaultValue("1000") int sizeMax,
            @DefaultValue("8") int atOnceMax,
            @DefaultValue("500000") int cacheCellsMax) {}

    /** @param thingsMax most things of which the line of time, the matrix and the fines are drawn */
    public record OverviewSettings(@DefaultValue("100000") int thingsMax) {}

    /**
     * @param widthMax widest PNG, in dots
     * @param dotsMax most dots of a PNG
     * @param rowsMax most rows of a chart
     * @param atOnceMax how many PNG are painted at a time
     * @param waitMillis how long a further one waits
     * @param millisMax how long one may be painted
     * @param cacheBytesMax how much of them is kept
     */
    public record PicturesSettings(
            @DefaultValue("4800") int widthMax,
            @DefaultValue("9000000") int dotsMax,
            @DefaultValue("40") int rowsMax,
            @DefaultValue("2") int atOnceMax,
            @DefaultValue("5000") long waitMillis,
            @DefaultValue("10000") long millisMax,
            @DefaultValue("16000000") long cacheBytesMax) {}

    /**
     * @param thingsMax most things in one comparison
     * @param cellValuesMax most values that a cell of a comparison shows
     * @param neighboursMax most neighbours of one relation in an answer
     */
    public record NearbySettings(
            @DefaultValue("4") int thingsMax,
            @DefaultValue("12") int cellValuesMax,
            @DefaultValue("100") int neighboursMax) {}

    /**
     * @param enabled whether assistants may ask at /mcp
     * @param origins origins of pages that may ask beside the service's own
     * @param hosts names under which the service is asked beside its own
     * @param bodyBytesMax largest request, in bytes
     * @param batchMax most messages in one request
     */
    public record McpSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue({}) Set<String> origins,
            @DefaultValue({}) Set<String> hosts,
            @DefaultValue("150000") int bodyBytesMax,
            @DefaultValue("10") int batchMax) {}

    /**
     * @param statementsMax most statements that go or come
     * @param textLengthMax longest name of an author, reason, or id of what it answers, in characters
     * @param questionsMillisMax how long the competency questions may take at a look, all together
     * @param commit whether each change is a commit in the checkout of Git in which the content lies
     */
    public record ChangeSettings(
            @DefaultValue("2000") int statementsMax,
            @DefaultValue("2000") int textLengthMax,
            @DefaultValue("20000") long questionsMillisMax,
            @DefaultValue("false") boolean commit) {}

    /**
     * @param looksMax how many changes are looked at, or wait for it, at a time
     * @param looksPerPersonMax how many of those may be of one person
     * @param waitSecondsMax how long a look waits while a release is being made
     * @param fourEyes whether nobody publishes a change of his own
     * @param draftsOpenMax most changes that wait
     * @param draftsPerPersonMax how many of those may be of one person
     * @param draftsBytesPerPersonMax how much those of one person may take, in bytes
     * @param draftsEndedDaysMax how long those are kept that ended, in days
     * @param draftsJournalBytesMax size of the file of changes that wait beyond which no more are taken, in bytes
     * @param wordsLengthMax longest words about a change that waits, in characters
     */
    public record EditingSettings(
            @DefaultValue("6") int looksMax,
            @DefaultValue("2") int looksPerPersonMax,
            @DefaultValue("60") int waitSecondsMax,
            @DefaultValue("false") boolean fourEyes,
            @DefaultValue("500") int draftsOpenMax,
            @DefaultValue("50") int draftsPerPersonMax,
            @DefaultValue("5000000") long draftsBytesPerPersonMax,
            @DefaultValue("90") int draftsEndedDaysMax,
            @DefaultValue("50000000") long draftsJournalBytesMax,
            @DefaultValue("2000") int wordsLengthMax) {}

    /**
     * @param releasesMax of how many releases it is kept what they changed
     * @param daysMax of how many days
     * @param stepBytesMax most bytes of statements that a release may change for that to be kept
     * @param pageSize how many things a page has
     * @param sizeMax most changes in an answer
     */
    public record ChangeStreamSettings(
            @DefaultValue("200") int releasesMax,
            @DefaultValue("400") int daysMax,
            @DefaultValue("100000000") long stepBytesMax,
            @DefaultValue("250") int pageSize,
            @DefaultValue("1000") int sizeMax) {}

    /**
     * @param enabled whether readers may propose corrections, where an operator can answer them
     * @param bodyBytesMax largest request with a proposal, in bytes
     * @param perClientHourMax most proposals of one address in an hour
     * @param perNetworkHourMax most proposals of the network (/48) that an address of version 6 is in, in an hour
     * @param openMax most proposals that wait for an answer
     * @param textLengthMax longest text, in characters
     * @param lineLengthMax longest value of a field of one line, in characters
     * @param journalBytesMax size of the file of proposals beyond which no more are taken, in bytes
     */
    public record ProposalsSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("65000") int bodyBytesMax,
            @DefaultValue("5") int perClientHourMax,
            @DefaultValue("20") int perNetworkHourMax,
            @DefaultValue("500") int openMax,
            @DefaultValue("5000") int textLengthMax,
            @DefaultValue("500") int lineLengthMax,
            @DefaultValue("20000000") long journalBytesMax) {}

    /** @param token secret for what lies below {@code /admin}; empty switches it off */
    public record AdminSettings(@DefaultValue("") String token) {}
}

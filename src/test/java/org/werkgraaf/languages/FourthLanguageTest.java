package org.werkgraaf.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.OtherProcess;
import org.werkgraaf.Service;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.PageKinds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with a fourth language, of which only the registry, a file of messages and the content know. */
class FourthLanguageTest {
    private static final Pattern PLAIN =
            Pattern.compile("\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"(@\\w+|\\^\\^\\S+)?");
    private static final Pattern OF_A_SOURCE = Pattern.compile(
            "(?:wg:section|dcterms:title)(?:\\s*,?\\s*\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"(?:@\\w+)?)+");
    /** What is written so in every language: names of this service, of formats and licences, and of languages in their own. */
    private static final List<String> NAMES = List.of(
            "Werkgraaf",
            "SPARQL",
            "API",
            "CSV",
            "JSON",
            "Excel",
            "SVG",
            "PNG",
            "Atom",
            "JSON Feed",
            "JSON-LD",
            "Turtle",
            "RDF/XML",
            "VoID",
            "BibTeX",
            "RIS",
            "CSL-JSON",
            "APA",
            "CC BY 4.0",
            "SPARQL JSON",
            "CONSTRUCT",
            "DESCRIBE",
            "US$",
            "warn",
            "info",
            "error",
            "TSV",
            "kB",
            "https");
    /** English texts that the content has not in this language. */
    private static final String MISSING_LABEL = "Dutch DPA announces 824.99 million fine for Uber";

    private static final String TOKEN = "a-token-for-tests";

    /** Pages for who edits, answers readers or has to sign in first; in the order in which one comes to them. */
    private static final List<String> INSIDE = List.of(
            "/login",
            "/edit",
            "/edit/technique/keylogging",
            "/edit/case/new",
            "/edit/find?q=camera",
            "/edit/changes",
            "/edit/proposals",
            "/edit/technique/none",
            "/propose?about=technique/keylogging",
            "/propose?about=case/cnil-amazon-france-logistique&statement=missing");

    private static final String CODES_OF_COUNTRIES = "\\b[A-Z]{2,}(?:,[A-Z]{2,})*\\b";
    /** What a page says when it cannot be what was asked for. */
    private static final List<String> REFUSALS = List.of(
            "/id/technique/none",
            "/nowhere",
            "/search?size=none",
            "/check?technique=none",
            "/check?jurisdiction=nl&persons=many",
            "/timeline?from=x",
            "/matrix?rows=none",
            "/compare?things=none",
            "/fines?by=none",
            "/questions/none",
            "/questions/applies-on?date=x",
            "/propose?about=none");
    /** Answers that are read as text: Markdown, which assistants read out, feeds, and the words of drawings. */
    private static final List<String> TEXTS = List.of(
            "/index.md",
            "/about.md",
            "/search.md?type=Technique",
            "/id/technique/keylogging.md",
            "/id/case/cnil-amazon-france-logistique.md",
            "/id/case/cnil-amazon-france-logistique/history.md",
            "/questions.md",
            "/questions/fines-by-year.md",
            "/timeline.md",
            "/matrix.md",
            "/fines.md",
            "/compare.md?things=jurisdiction/nl,jurisdiction/be",
            "/dumps.md",
            "/check.md?technique=camera-surveillance&jurisdiction=be",
            "/feed.atom?type=Technique",
            "/check/feed.atom?technique=camera-surveillance&jurisdiction=be",
            "/questions/applies-on/feed.atom",
            "/timeline.svg",
            "/matrix.svg",
            "/fines.svg",
            "/questions/fines-by-year.svg",
            "/compare.svg?things=jurisdiction/nl,jurisdiction/be");

    @TempDir
    private static Path folder;

    private static OtherProcess process;
    private static Service service;
    private static List<String> values;

    @BeforeAll
    static void start() throws Exception {
        PseudoLanguage.writeResources(folder.resolve("before"));
        PseudoLanguage.writeContent(folder, List.of(MISSING_LABEL));
        process = OtherProcess.start(
                folder.resolve("log"),
                List.of(),
                List.of(
                        "-Xmx640m",
                        "-cp",
                        folder.resolve("before") + File.pathSeparator + System.getProperty("java.class.path")),
                "--werkgraaf.var=" + folder.resolve("var"),
                "--werkgraaf.admin.token=" + TOKEN,
                "--werkgraaf.content.ontology=" + folder.resolve("ontology"),
                "--werkgraaf.content.data=" + folder.resolve("data"),
                "--werkgraaf.content.queries=" + folder.resolve("queries"));
        service = process.service();
        values = plainValues();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void noPageShowsAnotherLanguageWithoutSayingSo() {
        Map<String, List<String>> foreign = new TreeMap<>();
        for (String path : pages()) {
            Document page = page(path);
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo(PseudoLanguage.CODE);
            List<String> found = ForeignTexts.in(page, names(), FourthLanguageTest::withoutValues);
            if (!found.isEmpty()) {
                foreign.put(path, found.stream().distinct().toList());
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void noPageForWhoEditsShowsAnotherLanguageWithoutSayingSo() {
        assertThat(foreign(INSIDE, "Authorization", "Bearer " + TOKEN)).isEmpty();
    }

    @Test
    void noRefusalIsInAnotherLanguageWithoutSayingSo() {
        assertThat(foreign(REFUSALS)).isEmpty();
    }

    @Test
    void whatIsReadAsTextIsInTheLanguage() throws InterruptedException {
        Map<String, List<String>> foreign = new TreeMap<>();
        for (String path : TEXTS) {
            HttpResponse<String> answer = made(path);
            if (answer.statusCode() != 200) {
                foreign.put(path, List.of(answer.body()));
                continue;
            }
            List<String> found =
                    ForeignTexts.inLines(readable(path, answer.body()), names(), FourthLanguageTest::withoutValues);
            if (!found.isEmpty()) {
                foreign.put(path, found.stream().distinct().limit(20).toList());
            }
        }
        assertThat(foreign).isEmpty();
    }

    /** What is made after a start, such as dumps, is asked for again. */
    private static HttpResponse<String> made(String path) throws InterruptedException {
        HttpResponse<String> answer = service.get(PageKinds.in(PseudoLanguage.CODE, path));
        for (int i = 0; i < 600 && answer.statusCode() == 503; i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            answer = service.get(PageKinds.in(PseudoLanguage.CODE, path));
        }
        return answer;
    }

    /** What a reader sees of XML, or all of Markdown but its code and links. */
    private static List<String> readable(String path, String body) {
        if (path.contains(".md")) {
            return body.replaceAll("(?s)```.*?```|`[^`]*`", " ")
                    .replaceAll("\\]\\([^)]*\\)", "]")
                    .replaceAll("<https?:[^>]*>|https?://\\S+", " ")
                    .replaceAll(CODES_OF_COUNTRIES, " ")
                    .lines()
                    // The names of a thing in every language, which Markdown cannot mark.
                    .filter(line -> !line.startsWith(PseudoLanguage.text("Also known as")))
                    .flatMap(line -> Arrays.stream(line.split("\\|")))
                    .toList();
        }
        return Jsoup.parse(body, "", org.jsoup.parser.Parser.xmlParser())
                .select("title, desc, text, tspan, subtitle, summary, name")
                .eachText();
    }

    private Map<String, List<String>> foreign(List<String> paths, String... headers) {
        Map<String, List<String>> foreign = new TreeMap<>();
        for (String path : paths) {
            List<String> all = new ArrayList<>(List.of(headers));
            all.addAll(List.of("Accept", "text/html"));
            Document page = Jsoup.parse(service.get(PageKinds.in(PseudoLanguage.CODE, path), all.toArray(String[]::new))
                    .body());
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo(PseudoLanguage.CODE);
            List<String> found = ForeignTexts.in(page, names(), FourthLanguageTest::withoutValues);
            if (!found.isEmpty()) {
                foreign.put(path, found.stream().distinct().limit(20).toList());
            }
        }
        return foreign;
    }

    @Test
    void everyPageOffersTheLanguageByItsOwnName() {
        Document page = page("/id/technique/keylogging");

        assertThat(page.select("nav.languages a[hreflang=eo]").text()).contains("EO", "Esperanto");
        assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                .containsExactlyElementsOf(offered());
        assertThat(service.get("/sitemap.xml").body()).contains("hreflang=\"eo\"");
    }

    @Test
    void aTextThatIsMissingIsShownInTheNearestLanguageAndMarked() {
        Document page = page("/id/step/ap-uber-automated-decisions-1");

        assertThat(page.select("h1").text()).isEqualTo(MISSING_LABEL);
        assertThat(page.select("h1").attr("lang")).isEqualTo("en");
        assertThat(page("/about/privacy").select("article").attr("lang")).isEqualTo("en");
        assertThat(page("/about").select("article").text()).contains(PseudoLanguage.text("About Werkgraaf"));
    }

    @Test
    void searchFindsByTheWordsOfTheLanguage() {
        JsonNode found =
                service.json("/api/v1/search?lang=eo&facetSize=50&q=" + encoded(PseudoLanguage.words("fingerprint")));

        assertThat(found.get("hits").get(0).get("id").asString()).isEqualTo("data-category/fingerprint");
        assertThat(found.get("hits").get(0).get("label").asString()).isEqualTo(PseudoLanguage.text("Fingerprint"));
        assertThat(found.get("facets").get("type").toString()).contains(PseudoLanguage.words("Data category"));
    }

    @Test
    void suggestionsAreInTheLanguage() {
        JsonNode suggested = service.json("/api/v1/suggest?lang=eo&q=" + encoded("fīňgērp"));

        assertThat(suggested.get("suggestions").get(0).get("lang").asString()).isEqualTo("eo");
        assertThat(service.get("/opensearch.xml?lang=eo").body())
                .contains("<Language>eo</Language>", String.valueOf(PseudoLanguage.OPEN));
    }

    @Test
    void feedsAndTablesAreInTheLanguage() {
        assertThat(service.get("/feed.atom?lang=eo&type=Technique").body())
                .contains("xml:lang=\"eo\"", "<title>" + PseudoLanguage.OPEN);
        assertThat(service.get("/compare.csv?lang=eo&things=instrument/gdpr,instrument/ai-act")
                        .body())
                .contains(String.valueOf(PseudoLanguage.OPEN));
        assertThat(service.json("/api/v1/questions/applies-on?lang=eo").toString())
                .contains(PseudoLanguage.text("What applies"));
    }

    @Test
    void descriptionsOfTheServiceNameTheLanguage() {
        JsonNode operation =
                service.json("/openapi.json").get("paths").get("/api/v1/search").get("get");
        assertThat(operation.toString()).contains("[\"nl\",\"en\",\"fr\",\"eo\"]");
        assertThat(service.get("/.well-known/void").body()).contains("@eo");
        assertThat(service.get("/search?lang=xx", "Accept", "application/json").body())
                .contains("use nl, en, fr or eo.");
    }

    @Test
    void theScriptsOfTheEditorSpeakTheLanguage() {
        JsonNode texts = JsonMapper.builder()
                .build()
                .readTree(page("/sparql-editor").select("#editor-texts").first().data());
        texts.properties().stream()
                .filter(each -> !each.getKey().startsWith("language"))
                .forEach(each -> assertThat(each.getValue().asString())
                        .as(each.getKey())
                        .startsWith(String.valueOf(PseudoLanguage.OPEN)));
    }

    @Test
    void aQuestionWhetherSomethingIsAllowedIsSeen() {
        assertThat(page("/search?q=" + encoded(PseudoLanguage.words("may my boss use fingerprint")))
                        .html())
                .contains("/check?");
    }

    private static List<String> offered() {
        return Stream.concat(Languages.ALL.stream(), Stream.of(PseudoLanguage.CODE))
                .toList();
    }

    private static List<String> pages() {
        List<String> pages = new ArrayList<>(PageKinds.ALL);
        pages.add("/check");
        pages.add("/check?technique=camera-surveillance&jurisdiction=be");
        pages.add("/check?technique=emotion-recognition&jurisdiction=nl&persons=60");
        pages.add("/search?q=" + encoded(PseudoLanguage.words("stress monitoring")));
        service.json("/api/v1/questions")
                .get("questions")
                .forEach(question ->
                        pages.add("/questions/" + question.get("name").asString()));
        return pages;
    }

    /** With what Java itself writes: months, languages, and places without a word of ours. */
    private static List<String> names() {
        Locale locale = Locale.forLanguageTag(PseudoLanguage.CODE);
        List<String> names = new ArrayList<>(NAMES);
        Languages.known().forEach(language -> {
            names.add(language.code().toUpperCase(Locale.ROOT));
            names.add(language.name());
        });
        names.addAll(List.of(PseudoLanguage.CODE.toUpperCase(Locale.ROOT), "Esperanto"));
        Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(locale))
                .forEach(names::add);
        for (Month month : Month.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                names.add(month.getDisplayName(style, locale));
            }
        }
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    /**
     * What the content has in no language, such as numbers of cases and names of publishers, the titles of works, and the headings
     * of passages, which stand in one text behind the name of the source; the longest first.
     */
    private static List<String> plainValues() throws IOException {
        Set<String> values = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String text = Files.readString(file);
                PLAIN.matcher(text)
                        .results()
                        .filter(literal -> literal.group(2) == null)
                        .forEach(literal -> values.add(literal.group(1)));
                OF_A_SOURCE
                        .matcher(text)
                        .results()
                        .forEach(list ->
                                PLAIN.matcher(list.group()).results().forEach(literal -> values.add(literal.group(1))));
            }
        }
        return values.stream()
                .map(value -> value.replaceAll("\\s+", " ").strip())
                .filter(value -> value.length() > 2)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String withoutValues(String text) {
        String rest = text;
        for (String value : values) {
            if (rest.contains(value)) {
                rest = rest.replaceAll("(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])", " ");
            }
        }
        return rest;
    }

    private static Document page(String path) {
        HttpResponse<String> answer = service.get(PageKinds.in(PseudoLanguage.CODE, path), "Accept", "text/html");
        return Jsoup.parse(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

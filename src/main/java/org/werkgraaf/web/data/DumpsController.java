package org.werkgraaf.web.data;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.dump.Dump;
import org.werkgraaf.dump.DumpFile;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.MarkdownAnswer;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.Markdown;
import org.werkgraaf.web.text.PageText;

/**
 * {@code GET /dumps/}: which files there are, as a page, as JSON or in Markdown; {@code /dumps/<file>}: one of them, of the newest release;
 * {@code /dumps/<release>/<file>}: the same under an address at which it never changes.
 */
@RestController
@Hidden
class DumpsController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK_AGAIN =
            CacheControl.maxAge(Duration.ZERO).mustRevalidate();

    /** Of a group of files, as many as can be read at once. */
    private static final int FILES_MAX = 60;

    private final DumpAnswers answers;
    private final WebSettings settings;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    DumpsController(DumpAnswers answers, WebSettings settings, ReaderLanguage languages, MessageSource messages) {
        this.languages = languages;
        this.messages = messages;
        this.answers = answers;
        this.settings = settings;
    }

    @GetMapping({"/dumps", "/dumps/"})
    Object list(HttpServletRequest request, HttpServletResponse response) {
        Dump dump = answers.ready(request, response);
        return Accept.of(request).prefersPage() ? page(dump) : json(dump);
    }

    @GetMapping("/dumps.md")
    ResponseEntity<String> markdown(HttpServletRequest request, HttpServletResponse response) {
        Dump dump = answers.ready(request, response);
        String lang = languages.of(request);
        PageText text = new PageText(lang, messages);
        String release = dump.index().release();
        Markdown document =
                new Markdown().heading(1, text.message("dumps.title")).paragraph(text.message("dumps.lead"));
        for (Group group : groups(dump)) {
            document.heading(2, text.message("dumps." + group.name()))
                    .list(group.files().stream()
                            .limit(FILES_MAX)
                            .map(file -> Markdown.link(
                                            file.name(), settings.baseUrl() + "/dumps/" + release + "/" + file.name())
                                    + " (" + file.mediaType() + ", " + text.count((file.bytes() + 999) / 1000)
                                    + " kB, " + text.message("dumps.digest") + " " + file.sha256() + ")")
                            .toList());
            if (group.files().size() > FILES_MAX) {
                document.paragraph(text.message(
                        "markdown.part", FILES_MAX, group.files().size(), settings.baseUrl() + "/dumps/index.json"));
            }
        }
        return MarkdownAnswer.of(
                document.paragraph(text.message("quote.version", release)).toString(), release, lang);
    }

    @GetMapping("/dumps/index.json")
    ResponseEntity<Answer> index(HttpServletRequest request, HttpServletResponse response) {
        return json(answers.ready(request, response));
    }

    @GetMapping("/dumps/{*path}")
    ResponseEntity<Resource> file(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) {
        Dump dump = answers.ready(request, response);
        String name = path.substring(1);
        String ofRelease = dump.index().release() + "/";
        boolean fixed = name.startsWith(ofRelease);
        // Only a name that the index lists leads to a file.
        DumpFile file = dump.file(fixed ? name.substring(ofRelease.length()) : name)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no file '" + GivenText.shorten(name) + "' in the dumps of release "
                                + dump.index().release() + ". /dumps/ lists those that there are."));
        CacheControl cache = fixed ? FOR_EVER : ASK_AGAIN;
        // Who names what is in a packed file gets it as that; who takes anything, and whoever saves it, the file
        // itself.
        Optional<MediaType> content = content(file);
        boolean unpack = content.isPresent()
                && Accept.of(request)
                        .best(List.of(
                                new Accept.Offer<>(false, contentType(file)), new Accept.Offer<>(true, content.get())))
                        .map(Accept.Offer::what)
                        .orElse(false);
        if (unpack) {
            return answers.content(file, content.get(), cache, request);
        }
        return answers.headers(file, cache, "")
                .contentType(contentType(file))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(file))
                .body(new FileSystemResource(answers.path(file)));
    }

    private static Optional<MediaType> content(DumpFile file) {
        return file.name().endsWith(".nq.gz")
                ? Optional.of(MediaType.valueOf("application/n-quads"))
                : file.name().endsWith(".nt.gz")
                        ? Optional.of(MediaType.valueOf("application/n-triples"))
                        : Optional.empty();
    }

    private ResponseEntity<Answer> json(Dump dump) {
        String release = dump.index().release();
        return Etags.ok(release, "dumps.json")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Answer(
                        release,
                        dump.index().files().stream()
                                .map(file -> new FileAnswer(
                                        file.name(),
                                        file.mediaType(),
                                        file.bytes(),
                                        file.sha256(),
                                        settings.baseUrl() + "/dumps/" + release + "/" + file.name()))
                                .toList()));
    }

    private static ModelAndView page(Dump dump) {
        ModelAndView page = new ModelAndView("dumps");
        page.addObject("dumpRelease", dump.index().release());
        page.addObject("groups", groups(dump));
        return page;
    }

    private static List<Group> groups(Dump dump) {
        return List.of(
                group(dump, "whole", name -> !name.contains("/")),
                group(dump, "classes", name -> name.startsWith("csv/")),
                group(dump, "graphs", name -> name.startsWith("graphs/")));
    }

    private static Group group(Dump dump, String name, Predicate<String> names) {
        return new Group(
                name,
                dump.index().files().stream()
                        .filter(file -> names.test(file.name()))
                        .toList());
    }

    private static String attachment(DumpFile file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static MediaType contentType(DumpFile file) {
        MediaType type = MediaType.valueOf(file.mediaType());
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    /**
     * @param name names its heading
     * @param files what it lists
     */
    public record Group(String name, List<DumpFile> files) {}

    /**
     * @param release the release that the files hold
     * @param files which there are
     */
    record Answer(String release, List<FileAnswer> files) {}

    /**
     * @param name path below {@code /dumps/}
     * @param mediaType what it is
     * @param bytes how large it is
     * @param sha256 its digest in hexadecimal
     * @param url where it stays the same as long as it is there
     */
    record FileAnswer(String name, String mediaType, long bytes, String sha256, String url) {}
}

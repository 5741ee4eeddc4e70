package org.werkgraaf.web.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.stream.StreamMember;
import org.werkgraaf.stream.StreamStep;
import org.werkgraaf.web.StreamSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.KnownParameters;
import org.werkgraaf.web.http.AnswersUnchanged;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.RefusesParameters;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code GET /api/v1/changes}: what changed, with a cursor; {@code /api/v1/releases}: the releases that did, with their patches. */
@RestController
@Tag(name = "Changes")
class ChangesController {
    private static final int SIZE_DEFAULT = 100;
    /** Between the name of a step and how many of its things were told. */
    private static final char SEPARATOR = '~';

    private final GraphStore store;
    private final StreamSettings settings;
    private final WebSettings web;

    ChangesController(GraphStore store, StreamSettings settings, WebSettings web) {
        this.store = store;
        this.settings = settings;
        this.web = web;
    }

    @Operation(
            operationId = "changes",
            summary = "What came, changed or went, release by release",
            description = "Oldest first. Keep 'next' and ask with it as 'after' again. Where nothing is known of the"
                    + " moment any more the answer is 410: take the dumps of the release, and go on with its id.")
    @Parameter(
            name = "after",
            description =
                    "The 'next' of an earlier answer, or the id of a release. Without it, from the oldest that is kept.",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "type",
            description = "Only things of this class, such as Case.",
            schema = @Schema(type = "string"),
            example = "Case")
    @Parameter(name = "size", schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
    @ApiResponse(responseCode = "200", description = "The changes.")
    @ApiResponse(
            responseCode = "410",
            description = "What came after that moment is not kept.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @AnswersUnchanged
    @RefusesParameters
    @GetMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChangesAnswer> changes(@Parameter(hidden = true) HttpServletRequest request) {
        ChangeStream stream = StreamController.stream(store);
        String release = store.release().orElseThrow().id();
        StreamRequest asked = new StreamRequest(request.getParameterMap(), Set.of("after", "type", "size"));
        String segment = asked.segment(stream);
        int size = asked.number("size", Math.min(SIZE_DEFAULT, settings.sizeMax()), settings.sizeMax());
        String after = asked.text("after");
        Cursor cursor = Cursor.of(after, segment);
        List<StreamStep> steps = steps(cursor, stream, release, segment, after);
        List<ChangesAnswer.ThingChange> changes = new ArrayList<>();
        int told = cursor.told();
        String next = after.isEmpty() && steps.isEmpty() ? release : after;
        boolean complete = true;
        for (StreamStep step : steps) {
            if (changes.size() == size) {
                complete = false;
                break;
            }
            int room = size - changes.size();
            int left = step.things(segment) - told;
            // Of a class of which it has nothing no file need be read.
            for (StreamMember member : left > 0 ? stream.members(step, segment, told, room) : List.<StreamMember>of()) {
                changes.add(change(member, told / settings.pageSize() + 1, step, segment));
                told++;
            }
            next = left > room ? Cursor.text(step.name(), segment, told) : step.name();
            complete = left <= room;
            told = 0;
        }
        return Etags.ok(
                        release,
                        "changes." + StreamController.state(stream) + "." + segment + "." + size + "."
                                + Integer.toHexString(after.hashCode()))
                .body(new ChangesAnswer(release, List.copyOf(changes), next, complete));
    }

    private static List<StreamStep> steps(
            Cursor cursor, ChangeStream stream, String release, String segment, String after) {
        if (cursor.name().isEmpty()) {
            return stream.steps();
        }
        if (cursor.told() > 0) {
            StreamStep begun = stream.step(cursor.name()).orElseThrow(() -> notKept(cursor.name()));
            if (cursor.told() > begun.things(segment)) {
                throw KnownParameters.bad("after", after, "give the 'next' of an earlier answer as it was");
            }
            return stream.steps()
                    .subList(stream.steps().indexOf(begun), stream.steps().size());
        }
        return stream.after(cursor.name(), release).orElseThrow(() -> notKept(cursor.name()));
    }

    private ChangesAnswer.ThingChange change(StreamMember member, int page, StreamStep step, String segment) {
        return new ChangesAnswer.ThingChange(
                member.id(),
                member.iri(),
                member.segment(),
                member.kind().name().toLowerCase(Locale.ROOT),
                step.release(),
                member.time(),
                member.versionIri(),
                web.baseUrl() + "/stream/" + step.name() + (segment.isEmpty() ? "?" : "?type=" + segment + "&")
                        + "page=" + page + "&size=" + settings.pageSize());
    }

    @Operation(
            operationId = "releases",
            summary = "The releases that led to this one, with their patches",
            description = "Oldest first. A patch has the statements that went and came, as RDF Patch.")
    @ApiResponse(responseCode = "200", description = "The releases.")
    @AnswersUnchanged
    @GetMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReleasesAnswer> releases(@Parameter(hidden = true) HttpServletRequest request) {
        new StreamRequest(request.getParameterMap(), Set.of());
        ChangeStream stream = StreamController.stream(store);
        String release = store.release().orElseThrow().id();
        return Etags.ok(release, "releases." + StreamController.state(stream))
                .body(new ReleasesAnswer(
                        release,
                        stream.since(),
                        stream.steps().stream().map(this::step).toList()));
    }

    private ReleasesAnswer.PatchedRelease step(StreamStep step) {
        return new ReleasesAnswer.PatchedRelease(
                step.name(),
                step.release(),
                step.publishedAt(),
                step.digest(),
                step.before(),
                step.beforeDigest(),
                step.removed(),
                step.added(),
                step.things(""),
                web.baseUrl() + "/stream/" + step.name() + "/patch",
                step.patchSha256());
    }

    static RequestException notKept(String name) {
        return new RequestException(
                ErrorCode.CHANGES_NOT_KEPT,
                "What came after '" + GivenText.shorten(name)
                        + "' is not kept, or never was. Take all of a release at /dumps/, and go on with the id of that release;"
                        + " /api/v1/releases lists what is kept.");
    }

    /**
     * How far somebody had come.
     *
     * @param name of a step or release
     * @param told how many things of the step were told, of the class that was asked for; 0 when all were
     */
    private record Cursor(String name, int told) {
        /** Within a step it holds for the class for which it was given: of another class other things come first. */
        static Cursor of(String after, String segment) {
            int end = after.indexOf(SEPARATOR);
            if (end < 0) {
                return new Cursor(after, 0);
            }
            int last = after.lastIndexOf(SEPARATOR);
            String number = after.substring(last + 1);
            if (last == end || !number.matches("[1-9]\\d{0,8}")) {
                throw KnownParameters.bad("after", after, "give the 'next' of an earlier answer as it was");
            }
            String of = after.substring(end + 1, last);
            if (!of.equals(segment)) {
                throw KnownParameters.bad(
                        "after",
                        after,
                        of.isEmpty()
                                ? "it was given for all classes; leave type out, or begin anew with the id of a release"
                                : "it was given for type=" + of
                                        + "; ask for that, or begin anew with the id of a release");
            }
            return new Cursor(after.substring(0, end), Integer.parseInt(number));
        }

        static String text(String step, String segment, int told) {
            return step + SEPARATOR + segment + SEPARATOR + told;
        }
    }
}

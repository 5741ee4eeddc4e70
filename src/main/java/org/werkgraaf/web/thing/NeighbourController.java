package org.werkgraaf.web.thing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.entity.NaturalOrder;
import org.werkgraaf.entity.Neighbours;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.NeighbourSettings;
import org.werkgraaf.web.ask.MissingThing;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TakesLanguage;
import org.werkgraaf.web.text.GivenText;
import org.werkgraaf.web.text.PageText;

/** {@code GET /api/v1/entities/<type>/<slug>/neighbours}. */
@RestController
@Tag(name = "Entities")
public class NeighbourController {
    private static final Set<String> PARAMETERS = Set.of("lang", "relation", "size");
    private static final int SIZE_DEFAULT = 20;

    private final EntityReader reader;
    private final ReaderLanguage languages;
    private final MessageSource messages;
    private final NeighbourSettings settings;

    NeighbourController(
            EntityReader reader, ReaderLanguage languages, MessageSource messages, NeighbourSettings settings) {
        this.reader = reader;
        this.languages = languages;
        this.messages = messages;
        this.settings = settings;
    }

    @Operation(operationId = "neighbours", summary = "What an entity is linked to, by relation")
    @TakesLanguage
    @Parameter(
            name = "relation",
            description = "Local name of a relation, such as concerns; may be repeated. Without it, all.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "size",
            description = "Most neighbours of one relation; 20 without it.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
    @GetMapping(path = "/api/v1/entities/{type}/{slug}/neighbours", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<NeighbourAnswer> neighbours(
            @Parameter(description = "Path segment of the class.", example = "technique") @PathVariable String type,
            @Parameter(description = "Name within the class.", example = "keylogging") @PathVariable String slug,
            @Parameter(hidden = true) HttpServletRequest request) {
        for (String name : request.getParameterMap().keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw new RequestException(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "The parameter '" + GivenText.shorten(name)
                                + "' is not known. Known are lang, relation and size.");
            }
        }
        String lang = languages.of(request);
        int size = size(request.getParameter("size"));
        Neighbours found = ThingId.parse(type + "/" + slug)
                .flatMap(reader::neighbours)
                .orElseThrow(() -> MissingThing.of(type, slug));
        String[] relations = request.getParameterValues("relation");
        Set<String> wanted =
                relations == null ? Set.of() : Arrays.stream(relations).collect(Collectors.toSet());
        return Etags.ok(found.release(), "near." + lang)
                .body(answer(found, wanted, size, new PageText(lang, messages)));
    }

    private NeighbourAnswer answer(Neighbours found, Set<String> wanted, int size, PageText text) {
        List<NeighbourAnswer.Group> groups = found.groups().stream()
                .filter(group -> wanted.isEmpty() || wanted.contains(group.name()))
                .map(group -> group(group, size, text))
                .sorted(Comparator.comparing(NeighbourAnswer.Group::direction)
                        .reversed()
                        .thenComparing(NeighbourAnswer.Group::label))
                .toList();
        boolean complete = groups.stream().allMatch(group -> group.things().size() == group.total());
        return new NeighbourAnswer(
                found.id(),
                found.type(),
                text.pick(found.typeLabels(), found.type()),
                text.name(found.labels(), found.id()),
                found.release(),
                groups.stream().mapToInt(NeighbourAnswer.Group::total).sum(),
                complete,
                complete ? null : "size",
                groups);
    }

    private static NeighbourAnswer.Group group(Neighbours.Group group, int size, PageText text) {
        return new NeighbourAnswer.Group(
                group.property(),
                group.name(),
                group.incoming() ? "in" : "out",
                text.pick(group.labels(), group.name()),
                group.things().size(),
                group.things().stream()
                        .map(near -> new NeighbourAnswer.Near(
                                near.id(),
                                near.type(),
                                text.pick(near.typeLabels(), near.type()),
                                text.name(near.labels(), near.id())))
                        .sorted(Comparator.comparing(NeighbourAnswer.Near::label, new NaturalOrder()))
                        .limit(size)
                        .toList());
    }

    private int size(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return Math.min(SIZE_DEFAULT, settings.neighboursMax());
        }
        try {
            int size = Integer.parseInt(given);
            if (size >= 1 && size <= settings.neighboursMax()) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw new RequestException(
                ErrorCode.BAD_PARAMETER,
                "The parameter size is '" + GivenText.shorten(given) + "'; it takes a whole number from 1 to "
                        + settings.neighboursMax() + ".");
    }
}

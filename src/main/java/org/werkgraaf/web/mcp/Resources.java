package org.werkgraaf.web.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.brief.GraphMarkdown;
import org.werkgraaf.web.brief.ThingBriefs;
import org.werkgraaf.web.brief.ThingMarkdown;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.ontology.OntologyMarkdown;
import org.werkgraaf.web.text.GivenText;

/** What an assistant can read without a tool: things by their IRI, the release, the terms and the guide; all in Markdown. */
@Component
class Resources {
    private static final String MARKDOWN = "text/markdown";
    private static final Pattern THING = Pattern.compile("([^?]+)(?:\\?lang=([a-z]+))?");

    private final GraphMarkdown graph;
    private final ThingBriefs things;
    private final ThingMarkdown writer;
    private final OntologyMarkdown terms;

    Resources(GraphMarkdown graph, ThingBriefs things, ThingMarkdown writer, OntologyMarkdown terms) {
        this.terms = terms;
        this.graph = graph;
        this.things = things;
        this.writer = writer;
    }

    List<SyncResourceSpecification> all() {
        return List.of(
                resource("guide", "Where to begin", "What there is and how it is asked.", graph::guide),
                resource(
                        "release",
                        "The release that is served",
                        "Its id and day, and how many things of each class it has.",
                        graph::release),
                resource(
                        "ontology",
                        "The terms of the graph",
                        "Every class and property with its definition, for writing SPARQL.",
                        () -> terms.of(Languages.DOCUMENTATION)));
    }

    List<SyncResourceTemplateSpecification> templates() {
        return List.of(
                template("{type}/{name}", "A thing", "All that the graph says of a thing, whole, with places."),
                template(
                        "{type}/{name}?lang={lang}",
                        "A thing in a language",
                        "The same in one of " + String.join(", ", Languages.ALL) + "."));
    }

    private static SyncResourceSpecification resource(
            String name, String title, String description, Supplier<String> text) {
        String uri = ThingId.BASE + name;
        McpSchema.Resource resource = McpSchema.Resource.builder(uri, name)
                .title(title)
                .description(description)
                .mimeType(MARKDOWN)
                .build();
        return new SyncResourceSpecification(resource, (context, request) -> contents(uri, text));
    }

    private SyncResourceTemplateSpecification template(String rest, String title, String description) {
        McpSchema.ResourceTemplate template = McpSchema.ResourceTemplate.builder(ThingId.THINGS + rest, title)
                .description(description)
                .mimeType(MARKDOWN)
                .build();
        return new SyncResourceTemplateSpecification(
                template, (context, request) -> contents(request.uri(), () -> thing(request.uri())));
    }

    private String thing(String uri) {
        Matcher parts = THING.matcher(uri);
        if (!parts.matches()) {
            throw missing("'" + GivenText.shorten(uri) + "' is not the IRI of a thing.");
        }
        String lang = parts.group(2) == null ? Languages.DOCUMENTATION : parts.group(2);
        if (!Languages.ALL.contains(lang)) {
            throw missing("The language is '" + lang + "'; use one of " + String.join(", ", Languages.ALL) + ".");
        }
        return writer.of(things.find(parts.group(1)), lang, null, null);
    }

    private static ReadResourceResult contents(String uri, Supplier<String> text) {
        try {
            return new ReadResourceResult(List.of(new McpSchema.TextResourceContents(uri, MARKDOWN, text.get())));
        } catch (RequestException | IllegalStateException e) {
            throw missing(Failures.line(e).orElse("internal: The service made a mistake."));
        }
    }

    private static McpError missing(String message) {
        return McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                .message(message)
                .build();
    }
}

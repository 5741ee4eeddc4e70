package org.werkgraaf.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.text.PageText;

/** What people can have an assistant do with the graph in one go, in their own language. */
@Component
class Prompts {
    private final MessageSource messages;

    Prompts(MessageSource messages) {
        this.messages = messages;
    }

    List<SyncPromptSpecification> all() {
        PageText text = new PageText(Languages.DOCUMENTATION, messages);
        return List.of(
                prompt(
                        "fact-check",
                        text.message("prompt.check.title"),
                        text.message("prompt.check.description"),
                        List.of(argument("claim", text.message("prompt.check.claim"), true)),
                        (own, given) -> own.message("prompt.check.text", given.required("claim"))),
                prompt(
                        "works-council-note",
                        text.message("prompt.council.title"),
                        text.message("prompt.council.description"),
                        List.of(
                                argument("plan", text.message("prompt.council.plan"), true),
                                argument("country", text.message("prompt.council.country"), false)),
                        (own, given) -> own.message(
                                "prompt.council.text",
                                given.required("plan"),
                                Objects.requireNonNullElse(given.text("country"), "?"))));
    }

    private SyncPromptSpecification prompt(
            String name,
            String title,
            String description,
            List<McpSchema.PromptArgument> arguments,
            BiFunction<PageText, Arguments, String> words) {
        List<McpSchema.PromptArgument> all = new java.util.ArrayList<>(arguments);
        all.add(argument(Arguments.LANG, String.join(", ", Languages.ALL), false));
        McpSchema.Prompt prompt = McpSchema.Prompt.builder(name)
                .title(title)
                .description(description)
                .arguments(all)
                .build();
        return new SyncPromptSpecification(
                prompt, (context, request) -> answer(context, request, arguments, description, words));
    }

    private GetPromptResult answer(
            McpTransportContext context,
            GetPromptRequest request,
            List<McpSchema.PromptArgument> arguments,
            String description,
            BiFunction<PageText, Arguments, String> words) {
        Arguments given = new Arguments(request.arguments());
        for (McpSchema.PromptArgument argument : arguments) {
            if (Boolean.TRUE.equals(argument.required()) && given.text(argument.name()) == null) {
                throw refused("The prompt " + request.name() + " needs the argument " + argument.name() + ".");
            }
        }
        if (!Languages.ALL.contains(given.lang())) {
            throw refused("The argument lang takes one of " + String.join(", ", Languages.ALL) + ".");
        }
        McpSchema.Content text = new McpSchema.TextContent(words.apply(new PageText(given.lang(), messages), given));
        return new GetPromptResult(
                description, List.of(new McpSchema.PromptMessage(McpSchema.Role.USER, text)), Map.of());
    }

    private static McpSchema.PromptArgument argument(String name, String description, boolean required) {
        return McpSchema.PromptArgument.builder(name)
                .description(description)
                .required(required)
                .build();
    }

    private static McpError refused(String message) {
        return McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                .message(message)
                .build();
    }
}

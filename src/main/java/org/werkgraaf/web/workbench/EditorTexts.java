package org.werkgraaf.web.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import tools.jackson.databind.json.JsonMapper;

/** The texts that the scripts of the editor show, as JSON that can stand in a page; made once. */
@Component
class EditorTexts {
    private static final List<String> KEYS = List.of(
            "add",
            "boolean.false",
            "boolean.true",
            "bracket",
            "chart.cut",
            "chart.label",
            "chart.title",
            "chart.value",
            "class",
            "class.empty",
            "class.unknown",
            "completions",
            "copied",
            "copy",
            "cut",
            "expected",
            "failed",
            "graph.cut",
            "graph.loose",
            "graph.title",
            "hint.bind",
            "hint.dot",
            "hint.error",
            "hint.group",
            "hint.limit",
            "hint.look",
            "hint.smaller",
            "hint.update",
            "hint.wait",
            "keyword",
            "kind.end",
            "kind.iri",
            "kind.literal",
            "kind.number",
            "kind.variable",
            "message",
            "more",
            "nearest",
            "nothing",
            "place",
            "prefix.known",
            "prefix.unknown",
            "property",
            "property.empty",
            "property.unknown",
            "quote",
            "replace",
            "rows",
            "running",
            "seconds",
            "slash",
            "spot",
            "stopped",
            "triples",
            "unexpected",
            "variable",
            "view.chart",
            "view.graph",
            "view.table",
            "view.text");

    private final Map<String, String> byLanguage;

    EditorTexts(MessageSource messages) {
        this.byLanguage = ReaderLanguage.OFFERED.stream()
                .collect(Collectors.toMap(Function.identity(), lang -> json(messages, lang)));
    }

    /** A JSON object of texts by key; placeholders are {@code {0}} and {@code {1}}. Holds no {@code <}. */
    String json(String lang) {
        return byLanguage.getOrDefault(lang, "{}");
    }

    private static String json(MessageSource messages, String lang) {
        Locale locale = Locale.forLanguageTag(lang);
        Map<String, String> texts = new TreeMap<>();
        texts.put("languages", String.join(" ", Languages.inOrder(lang)));
        texts.put("language.documentation", Languages.DOCUMENTATION);
        KEYS.forEach(key -> texts.put(key, messages.getMessage("workbench." + key, null, locale)));
        Arrays.stream(ErrorCode.values())
                .forEach(code ->
                        texts.put("error." + code.code(), messages.getMessage("error." + code.code(), null, locale)));
        return JsonMapper.builder().build().writeValueAsString(texts).replace("<", "\\u003c");
    }
}

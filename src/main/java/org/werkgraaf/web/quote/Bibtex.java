package org.werkgraaf.web.quote;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an entry that both BibTeX and biblatex take. */
final class Bibtex {
    private Bibtex() {}

    static String of(CslItem item) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!item.authors().isEmpty()) {
            fields.put(
                    "author",
                    item.authors().stream().map(name -> "{" + tex(name) + "}").collect(Collectors.joining(" and ")));
        }
        fields.put("title", "{" + tex(item.title()) + "}");
        if (!item.issued().isEmpty()) {
            fields.put("year", item.year());
            fields.put("date", item.issued());
        }
        if (item.publisher() != null) {
            fields.put("publisher", tex(item.publisher()));
        }
        fields.put("howpublished", tex(item.genre()) + ", " + CslItem.CONTAINER);
        fields.put("note", tex(item.note()));
        fields.put("url", address(item.url()));
        fields.put("langid", item.language());
        StringBuilder text = new StringBuilder("@misc{" + item.id().replace('/', ':') + ",\n");
        fields.forEach((name, value) ->
                text.append("  ").append(name).append(" = {").append(value).append("},\n"));
        return text.append("}\n").toString();
    }

    /** Characters that TeX would take for commands. */
    private static String tex(String value) {
        StringBuilder text = new StringBuilder();
        for (char each : value.replaceAll("\\p{Cntrl}+", " ").toCharArray()) {
            switch (each) {
                case '\\' -> text.append("\\textbackslash{}");
                case '~' -> text.append("\\textasciitilde{}");
                case '^' -> text.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '#', '_', '%' -> text.append('\\').append(each);
                default -> text.append(each);
            }
        }
        return text.toString();
    }

    private static String address(String url) {
        return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
    }
}

package org.werkgraaf.web.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The file formats in which reference managers take a citation. */
public enum ReferenceFormat {
    BIBTEX("bib", "application/x-bibtex", ReferenceFormat::bibtex),
    RIS("ris", "application/x-research-info-systems", ReferenceFormat::ris),
    CSL("csl.json", "application/vnd.citationstyles.csl+json", ReferenceFormat::csl);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String suffix;
    private final String mediaType;
    private final Function<Reference, String> writer;

    ReferenceFormat(String suffix, String mediaType, Function<Reference, String> writer) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** How an address in this format ends, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The reference in this format. */
    public String write(Reference reference) {
        return writer.apply(reference);
    }

    /** An entry that both BibTeX and biblatex take. */
    private static String bibtex(Reference reference) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!reference.authors().isEmpty() || !reference.isLaw()) {
            fields.put(
                    "author",
                    String.join(
                            " and ",
                            authors(reference).stream()
                                    .map(a -> "{" + tex(a) + "}")
                                    .toList()));
        }
        fields.put("title", "{" + tex(reference.title()) + "}");
        String date = date(reference);
        if (!date.isEmpty()) {
            fields.put("year", date.substring(0, Math.min(4, date.length())));
            fields.put("date", date);
        }
        if (reference.publisher() != null) {
            fields.put("publisher", tex(reference.publisher()));
        }
        fields.put("howpublished", tex(reference.kind()) + ", Werkgraaf");
        fields.put("note", tex(note(reference)));
        fields.put("url", address(reference.address()));
        fields.put("langid", reference.lang());
        StringBuilder text = new StringBuilder("@misc{" + reference.id().replace('/', ':') + ",\n");
        fields.forEach((name, value) ->
                text.append("  ").append(name).append(" = {").append(value).append("},\n"));
        return text.append("}\n").toString();
    }

    private static String ris(Reference reference) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "TY",
                reference.isCase() ? "CASE" : reference.isLaw() ? "STAT" : reference.isSource() ? "RPRT" : "DATA");
        if (!reference.authors().isEmpty() || !reference.isLaw()) {
            authors(reference).forEach(author -> line(text, "AU", author));
        }
        line(text, "TI", reference.title());
        String date = date(reference);
        if (!date.isEmpty()) {
            line(text, "PY", date.substring(0, Math.min(4, date.length())));
            line(text, "DA", date.replace('-', '/'));
        }
        if (reference.publisher() != null) {
            line(text, "PB", reference.publisher());
        }
        reference.identifiers().values().forEach(identifier -> line(text, "M1", identifier));
        line(text, "ET", reference.release());
        line(text, "DP", "Werkgraaf");
        line(text, "N1", note(reference));
        line(text, "LA", reference.lang());
        line(text, "UR", reference.address());
        if (reference.page() != null) {
            line(text, "L2", reference.page());
        }
        line(text, "ID", reference.id());
        line(text, "ER", "");
        return text.toString();
    }

    private static String csl(Reference reference) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", reference.id());
        item.put(
                "type",
                reference.isCase()
                        ? "legal_case"
                        : reference.isLaw() ? "legislation" : reference.isSource() ? "report" : "entry");
        item.put("title", reference.title());
        item.put("genre", reference.kind());
        item.put("language", reference.lang());
        if (reference.isCase()) {
            item.put("authority", String.join(", ", reference.authors()));
        } else if (!reference.isLaw()) {
            item.put(
                    "author",
                    authors(reference).stream()
                            .map(name -> Map.of("literal", name))
                            .toList());
        }
        if (!date(reference).isEmpty()) {
            item.put("issued", Map.of("date-parts", List.of(parts(date(reference)))));
        }
        if (reference.publisher() != null) {
            item.put("publisher", reference.publisher());
        }
        if (!reference.identifier().isEmpty()) {
            item.put("number", reference.identifier());
        }
        item.put("container-title", "Werkgraaf");
        item.put("version", reference.release());
        item.put("note", note(reference));
        item.put("URL", reference.address());
        return JSON.writeValueAsString(List.of(item)) + "\n";
    }

    /** A thing that nobody else wrote is described by Werkgraaf. */
    private static List<String> authors(Reference reference) {
        return reference.authors().isEmpty() ? List.of("Werkgraaf") : reference.authors();
    }

    /** What others wrote or decided has a date of its own, or none that is known; a description has that of its release. */
    private static String date(Reference reference) {
        boolean own = reference.isCase() || reference.isLaw() || reference.isSource();
        return own ? java.util.Objects.requireNonNullElse(reference.date(), "") : reference.releasedOn();
    }

    private static String note(Reference reference) {
        List<String> parts = new ArrayList<>();
        reference
                .identifiers()
                .forEach((scheme, value) -> parts.add(
                        value.toUpperCase(java.util.Locale.ROOT).startsWith(scheme) ? value : scheme + " " + value));
        parts.add("Werkgraaf release " + reference.release());
        return String.join("; ", parts);
    }

    private static List<Integer> parts(String date) {
        List<Integer> parts = new ArrayList<>();
        for (String part : date.split("-")) {
            if (part.matches("\\d{1,4}")) {
                parts.add(Integer.valueOf(part));
            }
        }
        return parts;
    }

    /** One line per field: a name with a line break must not become two fields. */
    private static void line(StringBuilder text, String tag, String value) {
        text.append(tag)
                .append("  - ")
                .append(value.replaceAll("\\p{Cntrl}+", " "))
                .append("\r\n");
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

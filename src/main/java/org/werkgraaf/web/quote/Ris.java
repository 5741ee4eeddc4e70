package org.werkgraaf.web.quote;

/** Writes a citation in the RIS format. */
final class Ris {
    private Ris() {}

    static String of(CslItem item) {
        StringBuilder text = new StringBuilder();
        line(text, "TY", type(item.type()));
        item.authors().forEach(author -> line(text, "AU", author));
        line(text, "TI", item.title());
        if (!item.issued().isEmpty()) {
            line(text, "PY", item.year());
            line(text, "DA", item.issued().replace('-', '/'));
        }
        if (item.publisher() != null) {
            line(text, "PB", item.publisher());
        }
        item.numbers().forEach(number -> line(text, "M1", number));
        line(text, "ET", item.version());
        line(text, "DP", CslItem.CONTAINER);
        line(text, "N1", item.note());
        line(text, "LA", item.language());
        line(text, "UR", item.url());
        if (item.page() != null) {
            line(text, "L2", item.page());
        }
        line(text, "ID", item.id());
        line(text, "ER", "");
        return text.toString();
    }

    private static String type(String type) {
        return switch (type) {
            case CslItem.CASE -> "CASE";
            case CslItem.LAW -> "STAT";
            case CslItem.SOURCE -> "RPRT";
            default -> "DATA";
        };
    }

    /** One line per field: a name with a line break must not become two fields. */
    private static void line(StringBuilder text, String tag, String value) {
        text.append(tag)
                .append("  - ")
                .append(value.replaceAll("\\p{Cntrl}+", " "))
                .append("\r\n");
    }
}

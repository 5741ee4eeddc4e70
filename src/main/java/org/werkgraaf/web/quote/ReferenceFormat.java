package org.werkgraaf.web.quote;

import java.util.function.Function;

/** The file formats in which reference managers take a citation. */
public enum ReferenceFormat {
    BIBTEX("bib", "application/x-bibtex", Bibtex::of),
    RIS("ris", "application/x-research-info-systems", Ris::of),
    CSL("csl.json", "application/vnd.citationstyles.csl+json", CslItem::json);

    private final String suffix;
    private final String mediaType;
    private final Function<CslItem, String> writer;

    ReferenceFormat(String suffix, String mediaType, Function<CslItem, String> writer) {
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
        return writer.apply(CslItem.of(reference));
    }
}

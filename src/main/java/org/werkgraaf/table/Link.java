package org.werkgraaf.table;

import java.net.URI;

/**
 * A text that leads somewhere: in a workbook a link, elsewhere the text.
 *
 * @param text what is written
 * @param to where it leads
 */
public record Link(String text, URI to) {
    @Override
    public String toString() {
        return text;
    }
}

package org.werkgraaf.web.brief;

import java.util.List;

/**
 * A part of an answer, by pages.
 *
 * @param name of the part
 * @param page counted from one
 * @param size how much of it is on a page
 */
public record AnswerPart(String name, int page, int size) {
    /** How many there are before this page. */
    long before() {
        return (long) (page - 1) * size;
    }

    /** What of a list is on this page. */
    public <T> List<T> of(List<T> all) {
        int from = (int) Math.min(all.size(), before());
        return all.subList(from, Math.min(all.size(), from + size));
    }

    /** Whether nothing comes after this page. */
    boolean isLast(int total) {
        return before() + size >= total;
    }

    /** What else there is and how to get it; empty when all of it is on this page. */
    public String rest(int total) {
        if (page == 1 && isLast(total)) {
            return "";
        }
        int shown = (int) Math.max(0, Math.min(size, total - before()));
        return "These are " + shown + " of " + total + " in " + name
                + (isLast(total) ? "." : "; ask for page " + (page + 1) + ".");
    }
}

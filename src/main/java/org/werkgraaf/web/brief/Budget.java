package org.werkgraaf.web.brief;

/** How much room is left in a short answer, in characters. */
final class Budget {
    /** What stands around a value: names of fields, quotes, brackets. */
    private static final int AROUND = 24;

    private int left;

    Budget(int characters) {
        this.left = characters;
    }

    /** Takes room for texts, if there is any left; the last one may go a little beyond. */
    boolean take(String... texts) {
        if (left <= 0) {
            return false;
        }
        left -= AROUND;
        for (String text : texts) {
            left -= text.length();
        }
        return true;
    }
}

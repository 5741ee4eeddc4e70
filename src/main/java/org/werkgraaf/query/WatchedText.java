package org.werkgraaf.query;

/** A text of which reading ends when its query must end. */
final class WatchedText implements CharSequence {
    private static final int READS_BETWEEN = 1 << 12;

    private final String text;
    private final Meter meter;
    private int reads;

    WatchedText(String text, Meter meter) {
        this.text = text;
        this.meter = meter;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_BETWEEN == 0) {
            meter.check();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}

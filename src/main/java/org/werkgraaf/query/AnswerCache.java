package org.werkgraaf.query;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers answers of one release, those that were asked for last, up to a number of bytes. */
public final class AnswerCache {
    /** One answer takes at most this part of it. */
    private static final int PART = 4;
    /** An entry without its body. */
    private static final int ENTRY = 300;

    private final long bytesMax;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private String release = "";
    private long bytes;

    /** @param bytesMax how much it may hold */
    public AnswerCache(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /**
     * Looks up an answer.
     *
     * @param now the release that is published
     * @param key tells questions apart, with all that decides the answer
     */
    public synchronized Optional<Answer> get(String now, String key) {
        return now.equals(release) ? Optional.ofNullable(answers.get(key)) : Optional.empty();
    }

    /** Remembers an answer. One of another release drops all that were there; one that is not repeatable is not remembered. */
    public synchronized void put(String key, Answer answer) {
        if (!answer.repeatable() || size(key, answer) > bytesMax / PART) {
            return;
        }
        if (!answer.release().equals(release)) {
            answers.clear();
            bytes = 0;
            release = answer.release();
        }
        Answer before = answers.put(key, answer);
        bytes += size(key, answer) - (before == null ? 0 : size(key, before));
        Iterator<Map.Entry<String, Answer>> eldest = answers.entrySet().iterator();
        while (bytes > bytesMax) {
            Map.Entry<String, Answer> entry = eldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    private static long size(String key, Answer answer) {
        return ENTRY + 2L * key.length() + answer.body().length;
    }

    /** How many bytes it holds. */
    public synchronized long bytes() {
        return bytes;
    }
}

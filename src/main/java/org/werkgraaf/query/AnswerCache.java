package org.werkgraaf.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Remembers answers of one release, those that are asked for most, up to a number of bytes. */
public final class AnswerCache {
    /** One answer takes at most this part of it. */
    private static final int PART = 4;
    /** An entry without its body. */
    private static final int ENTRY = 300;

    private final long bytesMax;
    private final Cache<String, Answer> answers;
    private volatile String release = "";

    /** @param bytesMax how much it may hold */
    public AnswerCache(long bytesMax) {
        this.bytesMax = bytesMax;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((String key, Answer answer) -> (int) Math.min(Integer.MAX_VALUE, size(key, answer)))
                // In the thread that remembers one, so that it never holds more than it may.
                .executor(Runnable::run)
                .build();
    }

    /**
     * Looks up an answer.
     *
     * @param now the release that is published
     * @param key tells questions apart, with all that decides the answer
     */
    public Optional<Answer> get(String now, String key) {
        return Optional.ofNullable(answers.getIfPresent(key))
                .filter(answer -> answer.release().equals(now));
    }

    /** Remembers an answer. One of another release drops all that were there; one that is not repeatable, or does not fit in memory, is not remembered. */
    public void put(String key, Answer answer) {
        if (!answer.repeatable() || !answer.body().inMemory() || size(key, answer) > bytesMax / PART) {
            return;
        }
        if (!answer.release().equals(release)) {
            answers.invalidateAll();
            release = answer.release();
        }
        answers.put(key, answer);
    }

    private static long size(String key, Answer answer) {
        return ENTRY + 2L * key.length() + answer.body().length();
    }

    /** How many bytes it holds. */
    public long bytes() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}

package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    @Test
    void givesAnAnswerAsLongAsItsReleaseIsTheOneAskedFor() {
        AnswerCache cache = new AnswerCache(100_000);
        Answer answer = answer(100, "a", true);
        cache.put("q", answer);

        assertThat(cache.get("a", "q")).containsSame(answer);
        assertThat(cache.get("b", "q")).isEmpty();
        assertThat(cache.get("a", "other")).isEmpty();
    }

    @Test
    void dropsWhatAnotherReleaseAnswered() {
        AnswerCache cache = new AnswerCache(100_000);
        cache.put("q", answer(1000, "a", true));
        cache.put("p", answer(10, "b", true));

        assertThat(cache.get("a", "q")).isEmpty();
        assertThat(cache.bytes()).isLessThan(1000);
    }

    @Test
    void neverHoldsMoreThanItMay() {
        AnswerCache cache = new AnswerCache(10_000);
        for (int i = 0; i < 1000; i++) {
            cache.put("q" + i, answer(1000, "a", true));
        }

        assertThat(cache.bytes()).isBetween(1L, 10_000L);
    }

    @Test
    void remembersNeitherWhatIsNotRepeatableNorWhatIsTooLarge() {
        AnswerCache cache = new AnswerCache(10_000);
        cache.put("now", answer(10, "a", false));
        cache.put("large", answer(5000, "a", true));

        assertThat(cache.get("a", "now")).isEmpty();
        assertThat(cache.get("a", "large")).isEmpty();
        assertThat(cache.bytes()).isZero();
    }

    private static Answer answer(int bytes, String release, boolean repeatable) {
        return new Answer(AnswerBody.of(new byte[bytes]), "text/csv", "", release, repeatable);
    }
}

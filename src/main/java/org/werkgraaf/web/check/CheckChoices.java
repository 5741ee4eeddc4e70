package org.werkgraaf.web.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.web.text.PageText;

/** What each field of the form lets choose, in the order of a reader's language: sorted once for a release. */
@Component
class CheckChoices {
    private static final int KEPT = 6;

    private final Cache<Key, Choices> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private record Key(String release, String lang) {}

    /**
     * The choices of a release in a language.
     *
     * @param bySegment by the segment of their class
     */
    record Choices(Map<String, List<CheckForm.Option>> bySegment) {
        List<CheckForm.Option> of(String segment) {
            return bySegment.getOrDefault(segment, List.of());
        }
    }

    Choices of(Atlas atlas, String lang, PageText text) {
        return kept.get(new Key(atlas.release(), lang), key -> sorted(atlas, Locale.forLanguageTag(lang), text));
    }

    private static Choices sorted(Atlas atlas, Locale locale, PageText text) {
        Collator collator = Collator.getInstance(locale);
        Map<String, List<CheckForm.Option>> choices = new HashMap<>();
        for (String name : CheckForm.CHOICES) {
            String segment = SituationReader.segment(name).orElseThrow();
            choices.put(
                    segment,
                    atlas.below(segment).stream()
                            .map(thing -> CheckForm.Option.of(
                                    thing.id().substring(segment.length() + 1),
                                    text.marked(thing.labels(), thing.id()),
                                    false))
                            .sorted(Comparator.comparing(CheckForm.Option::label, collator))
                            .toList());
        }
        return new Choices(Map.copyOf(choices));
    }
}

package org.werkgraaf.web.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.Languages;

/**
 * Lets the texts of the interface fall back on the words of the content: {@code type.Case} and {@code types.Case} for one thing of
 * a class and for several, {@code chapter.who} for a heading.
 */
@Component
class ContentWords {
    ContentWords(HierarchicalMessageSource messageSource, EntityReader reader) {
        messageSource.setParentMessageSource(new Words(reader));
    }

    private static final class Words extends AbstractMessageSource {
        private final EntityReader reader;

        Words(EntityReader reader) {
            this.reader = reader;
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            int dot = code.indexOf('.');
            if (dot < 0) {
                return null;
            }
            String name = code.substring(dot + 1);
            return switch (code.substring(0, dot)) {
                case "type" -> word(presentation().profile(name).map(Profile::singular), locale);
                case "types" -> word(presentation().profile(name).map(Profile::plural), locale);
                case "chapter" -> word(Optional.of(presentation().heading(name)), locale);
                default -> null;
            };
        }

        /** What a word says is no pattern: a brace in it is a brace. */
        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            String word = resolveCodeWithoutArguments(code, locale);
            return word == null
                    ? null
                    : new MessageFormat(word.replace("'", "''").replace("{", "'{'"), locale);
        }

        private Presentation presentation() {
            return reader.presentation();
        }

        private static @Nullable String word(Optional<Map<String, String>> words, Locale locale) {
            return words.filter(each -> !each.isEmpty())
                    .map(each -> Languages.pick(each, locale.getLanguage(), ""))
                    .orElse(null);
        }
    }
}

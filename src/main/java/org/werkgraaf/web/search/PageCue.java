package org.werkgraaf.web.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.text.PageText;

/** Sees that a search is answered by a page of the service rather than by things: a picture, what changes on a day, where to report a mistake. */
final class PageCue {
    /** The pages, by the name under which messages have what is searched for and what the page is called. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("fines", "/fines");
        PAGES.put("timeline", "/timeline");
        PAGES.put("mistake", "/about#how-to-report-a-mistake");
    }

    private static final int WORDS_OF_DAY = 3;
    /** A day is named in full only with a year; without one nothing is parsed. */
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final MessageSource messages;
    private final Map<String, Set<String>> cues;
    private final List<DateTimeFormatter> days;

    /** @param messages under {@code ways.<page>.cues} what such searches say, in each language, divided by a bar */
    PageCue(MessageSource messages) {
        this.messages = messages;
        cues = PAGES.keySet().stream()
                .collect(Collectors.toMap(
                        page -> page,
                        page -> ReaderLanguage.OFFERED.stream()
                                .flatMap(lang -> Stream.of(
                                        messages.getMessage("ways." + page + ".cues", null, Locale.forLanguageTag(lang))
                                                .split("\\|")))
                                .filter(cue -> !cue.isBlank())
                                .map(PageCue::spoken)
                                .collect(Collectors.toSet())));
        days = Stream.concat(
                        Stream.of(DateTimeFormatter.ISO_LOCAL_DATE),
                        ReaderLanguage.OFFERED.stream()
                                .map(Locale::forLanguageTag)
                                .flatMap(locale -> Stream.of(day("d MMMM uuuu", locale), day("MMMM d uuuu", locale))))
                .toList();
    }

    /** A page with what it is called. */
    public record Way(String label, String link) {}

    /** The pages that answer; none for most searches. */
    List<Way> ways(String words, String lang) {
        PageText text = new PageText(lang, messages);
        List<Way> ways = new ArrayList<>();
        day(words)
                .ifPresent(day -> ways.add(new Way(
                        text.message("ways.day", text.day(day.toString())),
                        "/questions/changed-between?from=" + day + "&until=" + day + "&lang=" + lang)));
        String asked = spoken(words);
        PAGES.forEach((page, link) -> {
            if (cues.getOrDefault(page, Set.of()).stream().anyMatch(asked::contains)) {
                ways.add(new Way(text.message("ways." + page), link));
            }
        });
        return ways;
    }

    /** The first day that the words name in full. */
    private Optional<LocalDate> day(String words) {
        String[] each = words.strip().replace(",", " ").split("\\s+");
        return Stream.iterate(0, from -> from < each.length, from -> from + 1)
                .flatMap(from -> Stream.of(1, WORDS_OF_DAY)
                        .filter(count -> from + count <= each.length)
                        .map(count -> String.join(" ", List.of(each).subList(from, from + count))))
                .filter(text -> YEAR.matcher(text).find())
                .flatMap(text -> days.stream().flatMap(format -> parsed(text, format).stream()))
                .findFirst();
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text.replaceFirst("^1er ", "1 "), format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter day(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static String spoken(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return " " + plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}

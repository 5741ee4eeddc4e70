package org.werkgraaf.web.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.werkgraaf.entity.Description;

/** Writes values as a reader of one language expects them; templates call it. */
public final class PageText {
    private static final int ADDRESS_MAX = 48;
    private static final int PLACES_MAX = 5;

    private final String lang;
    private final Locale locale;
    private final MessageSource messages;

    /**
     * @param lang the reader's language: nl, en or fr
     * @param messages the texts of the interface
     */
    public PageText(String lang, MessageSource messages) {
        this.lang = lang;
        // The country decides how numbers and dates are written.
        this.locale = switch (lang) {
            case "en" -> Locale.UK;
            case "fr" -> Locale.FRANCE;
            default -> Locale.forLanguageTag("nl-NL");
        };
        this.messages = messages;
    }

    /** The text in the reader's language, or in the nearest one that exists. */
    public String pick(Map<String, String> texts, String otherwise) {
        String found = pickLang(texts);
        return found.isEmpty() && !texts.containsKey("") ? otherwise : texts.getOrDefault(found, otherwise);
    }

    /** The language in which {@link #pick} finds a text; empty when the text has none. */
    public String pickLang(Map<String, String> texts) {
        for (String each : List.of(lang, "en", "nl", "fr")) {
            if (texts.containsKey(each)) {
                return each;
            }
        }
        return texts.keySet().stream().findFirst().orElse("");
    }

    /** The language to mark a text with; absent when it is the page's own. */
    public @Nullable String foreign(Map<String, String> texts) {
        String found = pickLang(texts);
        return found.isEmpty() || found.equals(lang) ? null : found;
    }

    /** The label of a thing; without one, its slug in words. */
    public String name(Map<String, String> labels, String idOrIri) {
        String slug = idOrIri.substring(Math.max(idOrIri.lastIndexOf('/'), idOrIri.lastIndexOf('#')) + 1);
        return pick(labels, slug.replace('-', ' '));
    }

    /** A label with the plural of a class behind it; without a word for the class, the label alone. */
    public Map<String, String> withKind(Map<String, String> labels, String type) {
        String kind = messages.getMessage("types." + type, null, "", locale);
        return kind == null || kind.isEmpty()
                ? labels
                : Map.of(lang, message("thing.ofKind", pick(labels, ""), kind.toLowerCase(locale)));
    }

    /** Where in its source a passage stands, below the heading: page, paragraph, line. */
    public String place(Description.Place place) {
        return Stream.of(
                        numbered("place.page", place.pages()),
                        numbered("place.paragraph", place.paragraphs()),
                        numbered("place.line", place.lines()))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    /** Where in one source several passages stand, to follow its name. */
    public String places(List<Description.Place> places) {
        String all = places.stream()
                .map(each -> {
                    String where = place(each);
                    return where.isEmpty() ? pick(each.sections(), "") : where;
                })
                .filter(where -> !where.isEmpty())
                .distinct()
                .limit(PLACES_MAX)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : ", " + all;
    }

    /** Where a passage stands in a source that was named. */
    public String after(Description.Place place) {
        return places(List.of(place));
    }

    private Stream<String> numbered(String key, List<String> numbers) {
        return numbers.isEmpty() ? Stream.of() : Stream.of(message(key, String.join(", ", numbers)));
    }

    /** The name of a language; the code itself when it is none. */
    public String language(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(locale);
        return name.isEmpty() ? code : name;
    }

    /** Whether an address may become a link. */
    public boolean isLink(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /** An address of another site in short: its host and the beginning of its path. */
    public String address(String address) {
        String plain = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return plain.length() <= ADDRESS_MAX ? plain : plain.substring(0, ADDRESS_MAX) + "…";
    }

    /** A figure with its unit. */
    public String figure(String value, @Nullable String unit) {
        if (unit == null) {
            return money(value, null);
        }
        if (isCurrency(unit)) {
            return money(value, unit);
        }
        String number = money(value, null);
        return message("unit." + unit.replace(' ', '-'), new Object[] {number}, number + " " + unit);
    }

    /** Whether a unit is the code of a currency. */
    public static boolean isCurrency(String unit) {
        return unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT));
    }

    /** A figure with its unit and, where the source does not give it exactly, how it stands to the true one. */
    public String figure(String value, @Nullable String unit, @Nullable String comparator) {
        String exact = figure(value, unit);
        return comparator == null ? exact : comparator(comparator, exact);
    }

    /** How a figure stands to the true one, such as "about" or "more than", before that figure. */
    public String comparator(String comparator, String figure) {
        return message("comparator." + comparator.replace(' ', '-'), new Object[] {figure}, comparator + " " + figure);
    }

    /** A message of the interface. */
    public String message(String key, Object... values) {
        return message(key, values, key);
    }

    private String message(String key, Object[] values, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, values, otherwise, locale), otherwise);
    }

    /** A day, month or year: {@code 2019-11} becomes {@code november 2019}. */
    public String day(@Nullable String iso) {
        if (iso == null) {
            return "";
        }
        try {
            return switch (iso.length()) {
                case 10 -> LocalDate.parse(iso).format(DateTimeFormatter.ofPattern(dayPattern(iso), locale));
                case 7 -> YearMonth.parse(iso).format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
                default -> iso;
            };
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** A day, month or year as APA has it: the year first. */
    public String apaDay(String iso) {
        String day = day(iso);
        String year = iso.length() >= 4 ? iso.substring(0, 4) : iso;
        return iso.length() <= 4 || !day.endsWith(" " + year)
                ? day
                : year + ", " + day.substring(0, day.length() - year.length() - 1);
    }

    /** French counts the first day of a month as such. */
    private String dayPattern(String iso) {
        return lang.equals("fr") && iso.endsWith("-01") ? "d'er' MMMM yyyy" : "d MMMM yyyy";
    }

    /** A whole number with separators. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number in short, such as 32 mln. */
    public String compact(Number number, @Nullable String currency) {
        // Dutch has no short word for a thousand that readers would know.
        NumberFormat format = number.doubleValue() < 1_000_000
                ? NumberFormat.getIntegerInstance(locale)
                : NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(number.doubleValue() >= 1_000_000 && number.doubleValue() < 10_000_000 ? 1 : 0);
        String sign = currency == null ? "" : Currency.getInstance(currency).getSymbol(locale);
        return (lang.equals("fr")
                        ? format.format(number) + " " + sign
                        : sign + (lang.equals("nl") ? " " : "") + format.format(number))
                .strip();
    }

    /** A sum of money; without a currency, a plain number. */
    public String money(String amount, @Nullable String currency) {
        try {
            BigDecimal number = new BigDecimal(amount);
            NumberFormat format = currency == null
                    ? NumberFormat.getNumberInstance(locale)
                    : NumberFormat.getCurrencyInstance(locale);
            if (currency != null) {
                format.setCurrency(Currency.getInstance(currency));
            }
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            format.setMinimumFractionDigits(whole || currency == null ? 0 : 2);
            format.setMaximumFractionDigits(2);
            return format.format(number);
        } catch (IllegalArgumentException e) {
            return amount;
        }
    }
}

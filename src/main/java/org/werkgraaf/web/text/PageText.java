package org.werkgraaf.web.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
import org.werkgraaf.vocabulary.Language;
import org.werkgraaf.vocabulary.Languages;

/** Writes values as a reader of one language expects them; templates call it. */
public final class PageText {
    private static final int ADDRESS_MAX = 48;
    private static final int PLACES_MAX = 5;

    private final String lang;
    private final Language language;
    private final Locale locale;
    private final MessageSource messages;

    /**
     * @param lang the reader's language, one that is offered
     * @param messages the texts of the interface
     */
    public PageText(String lang, MessageSource messages) {
        this.lang = lang;
        this.language = Languages.of(lang);
        this.locale = language.locale();
        this.messages = messages;
    }

    /** Code of the reader's language. */
    public String lang() {
        return lang;
    }

    /** How the reader's language writes numbers, days and names. */
    public Locale locale() {
        return locale;
    }

    /** The text in the reader's language, or in the nearest one that exists. */
    public String pick(Map<String, String> texts, String otherwise) {
        String found = pickLang(texts);
        return found.isEmpty() && !texts.containsKey("") ? otherwise : texts.getOrDefault(found, otherwise);
    }

    /** The language in which {@link #pick} finds a text; empty when the text has none. */
    public String pickLang(Map<String, String> texts) {
        return Languages.nearest(texts.keySet(), lang).orElse("");
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

    /** The same with its language behind it when that is not the page's, where a text cannot be marked otherwise. */
    public String marked(Map<String, String> labels, String idOrIri) {
        String foreign = foreign(labels);
        return name(labels, idOrIri) + (foreign == null ? "" : " (" + foreign + ")");
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
        return place(place.pages(), place.paragraphs(), place.lines());
    }

    /** Pages, paragraphs and lines in words; empty without any. */
    public String place(List<String> pages, List<String> paragraphs, List<String> lines) {
        return Stream.of(
                        numbered("place.page", pages),
                        numbered("place.paragraph", paragraphs),
                        numbered("place.line", lines))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    /**
     * Where in one source several passages stand: on which pages, else under which headings, as paragraphs are counted
     * anew under each.
     */
    public List<MarkedText> places(List<Description.Place> places) {
        return places.stream()
                .map(each -> each.pages().isEmpty() && !each.sections().isEmpty()
                        ? new MarkedText(underHeading(each), foreign(each.sections()))
                        : new MarkedText(place(each), null))
                .filter(where -> !where.text().isEmpty())
                .distinct()
                .limit(PLACES_MAX)
                .toList();
    }

    private String underHeading(Description.Place place) {
        return Stream.of(pick(place.sections(), ""), place(place))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
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

    /**
     * A text, and in which language it is.
     *
     * @param text what it says
     * @param lang the language to mark it with; absent when it is the page's own
     */
    public record MarkedText(String text, @Nullable String lang) {}

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
                case 10 -> LocalDate.parse(iso).format(dayFormat(iso));
                case 7 -> YearMonth.parse(iso).format(DateTimeFormatter.ofPattern(language.month(), locale));
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

    private DateTimeFormatter dayFormat(String iso) {
        String first = language.firstDay();
        return first != null && iso.endsWith("-01")
                ? DateTimeFormatter.ofPattern(first, locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /** A whole number with separators. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Whether a web address is on a site where law or decisions are published by those who made them. */
    public boolean isOfficial(String address) {
        return OfficialSites.has(address);
    }

    /** The site of a web address. */
    public String site(String address) {
        return OfficialSites.site(address);
    }

    /** A number in short, such as 32 mln. */
    public String compact(Number number, @Nullable String currency) {
        // Dutch has no short word for a thousand that readers would know.
        NumberFormat format = number.doubleValue() < 1_000_000
                ? NumberFormat.getIntegerInstance(locale)
                : NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(decimals(number.doubleValue()));
        String sign = currency == null ? "" : Currency.getInstance(currency).getSymbol(locale);
        // A whole number given exactly would lose its decimals in the format.
        return withSign(format.format(number.doubleValue()), sign);
    }

    /** Four digits that count: 1.126 billion is not a billion. */
    private static int decimals(double number) {
        if (number < 1_000_000) {
            return 0;
        }
        int digits = (int) Math.floor(Math.log10(number)) % 3;
        return 3 - digits;
    }

    /** The sign of the currency stands where a whole sum in the reader's language has it. */
    private String withSign(String number, String sign) {
        String pattern = ((DecimalFormat) NumberFormat.getCurrencyInstance(locale)).toPattern();
        boolean before = pattern.startsWith("¤");
        boolean apart = Character.isSpaceChar(pattern.charAt(before ? 1 : pattern.indexOf('¤') - 1));
        String between = apart ? " " : "";
        return (before ? sign + between + number : number + between + sign).strip();
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

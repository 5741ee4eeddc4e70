package org.werkgraaf.validate;

import com.ibm.icu.text.CompactDecimalFormat;
import com.ibm.icu.text.CompactDecimalFormat.CompactStyle;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase2;

/**
 * The function {@code rule:gives(value, text)} of quality rules: whether a text gives a number, day, month or year, in figures or
 * in words of the language of the text. A day and a month have to stand before their year or near it, a number as it is or in
 * thousands, millions or milliards. One is given by any text, since "a" and "the" say it; so is a value of another kind.
 */
final class Gives extends FunctionBase2 {
    static final String IRI = "https://w3id.org/werkgraaf/rule#gives";

    private static final long[] SCALES = {1_000, 1_000_000, 1_000_000_000};
    private static final int SPELLED_MAX = 1_000_000_000;
    /** So far a day may stand before its month, as in "16 and 17 July". */
    private static final int DAY_BEFORE_MONTH = 6;

    private static final Pattern SPACE = Pattern.compile("[\\u00a0\\u202f]");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Map<String, Language> languages = new ConcurrentHashMap<>();

    @Override
    public NodeValue exec(NodeValue value, NodeValue text) {
        Language language = languages.computeIfAbsent(text.asNode().getLiteralLanguage(), Gives::language);
        return NodeValue.makeBoolean(gives(value, text.asNode().getLiteralLexicalForm(), language));
    }

    private static boolean gives(NodeValue value, String text, Language language) {
        String lexical = value.asNode().getLiteralLexicalForm();
        var type = value.asNode().getLiteralDatatype();
        List<String> words = Words.of(text);
        if (type.equals(XSDDatatype.XSDdate)) {
            LocalDate day = LocalDate.parse(lexical);
            return words.contains(String.valueOf(day.getYear()))
                    && givesDay(words, language.month(day.getMonth()), day.getDayOfMonth());
        }
        if (type.equals(XSDDatatype.XSDgYearMonth)) {
            YearMonth month = YearMonth.parse(lexical);
            return words.contains(String.valueOf(month.getYear())) && words.contains(language.month(month.getMonth()));
        }
        if (type.equals(XSDDatatype.XSDgYear)) {
            return words.contains(lexical);
        }
        return !value.isNumber() || givesNumber(new BigDecimal(lexical), text, words, language);
    }

    private static boolean givesDay(List<String> words, String month, int day) {
        Pattern figure = Pattern.compile(day + "\\p{L}{0,2}");
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).equals(month)
                    && words.subList(Math.max(0, at - DAY_BEFORE_MONTH), at).stream()
                            .anyMatch(word -> figure.matcher(word).matches())) {
                return true;
            }
        }
        return false;
    }

    private static boolean givesNumber(BigDecimal number, String text, List<String> words, Language language) {
        if (number.compareTo(BigDecimal.ONE) == 0) {
            return true;
        }
        if (language.figures(text).stream().anyMatch(figure -> figure.compareTo(number) == 0)) {
            return true;
        }
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole
                && number.abs().intValue() <= SPELLED_MAX
                && (' ' + String.join(" ", words) + ' ').contains(' ' + language.spelled(number.intValue()) + ' ');
    }

    private static Language language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        List<String> scales = new ArrayList<>();
        CompactDecimalFormat compact = CompactDecimalFormat.getInstance(locale, CompactStyle.LONG);
        for (long scale : SCALES) {
            scales.add(compact.format(scale).replaceAll("[^\\p{L}]", ""));
        }
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(locale);
        // Whatever the language, a space may part thousands.
        String parting = Pattern.quote(String.valueOf(signs.getGroupingSeparator()));
        return new Language(
                locale,
                new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT),
                Pattern.compile("(?<=\\d)(?:" + parting + "| )(?=\\d{3}(?!\\d))"),
                signs.getDecimalSeparator(),
                scales);
    }

    /** How a language writes numbers and months. */
    private record Language(
            Locale locale, RuleBasedNumberFormat spelling, Pattern group, char decimal, List<String> scales) {
        String month(Month month) {
            return String.join(" ", Words.of(month.getDisplayName(TextStyle.FULL, locale)));
        }

        /** A formatter of ICU is no business of two threads at once. */
        String spelled(int number) {
            synchronized (spelling) {
                return String.join(" ", Words.of(spelling.format(number).replace("\u00ad", "")));
            }
        }

        List<BigDecimal> figures(String text) {
            String plain = group.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
            String points = decimal == '.' ? plain : plain.replaceAll("(?<=\\d)" + decimal + "(?=\\d)", ".");
            List<BigDecimal> figures = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(points);
            while (matcher.find()) {
                BigDecimal figure = new BigDecimal(matcher.group());
                figures.add(figure);
                String after = points.substring(matcher.end()).stripLeading().toLowerCase(locale);
                for (int at = 0; at < SCALES.length; at++) {
                    if (after.startsWith(scales.get(at))) {
                        figures.add(figure.multiply(BigDecimal.valueOf(SCALES[at])));
                    }
                }
            }
            return figures;
        }
    }
}

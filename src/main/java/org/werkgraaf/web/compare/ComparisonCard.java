package org.werkgraaf.web.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Description;
import org.werkgraaf.picture.RowChart;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.web.ask.DayParameter;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.Days;
import org.werkgraaf.web.text.PageText;

/** A comparison in numbers: what its picture and the card in a frame show. */
@Component
public class ComparisonCard {
    private static final int ROWS_MAX = 12;

    private final ComparedThings things;
    private final Countries countries;
    private final ComparisonPicture picture;
    private final MessageSource messages;

    ComparisonCard(ComparedThings things, Countries countries, ComparisonPicture picture, MessageSource messages) {
        this.things = things;
        this.countries = countries;
        this.picture = picture;
        this.messages = messages;
    }

    /**
     * What is compared.
     *
     * @param ids of the things
     * @param found what the graph has of them
     * @param numbers where all are countries
     * @param topic id of the technique that alone is looked at
     * @param asOf day on which it is looked at
     */
    record Asked(
            List<String> ids,
            List<Description> found,
            Countries.@Nullable Overview numbers,
            @Nullable String topic,
            @Nullable LocalDate asOf) {}

    /**
     * Reads what is compared.
     *
     * @throws RequestException when there are fewer than two things
     */
    Asked read(Map<String, String[]> given, HttpServletRequest request, String lang) {
        LocalDate asOf = DayParameter.read(given, Days.AS_OF);
        List<String> ids = things.ids(given);
        if (ids.size() < 2) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter things has " + ids.size()
                            + " ids; a comparison in numbers needs at least two, such as"
                            + " things=jurisdiction/nl,jurisdiction/be.");
        }
        String topic = things.topic(request);
        List<Description> found = things.find(ids);
        boolean lands = found.stream().allMatch(thing -> thing.type().equals(ClassNames.JURISDICTION));
        return new Asked(ids, found, lands ? countries.compare(ids, lang, asOf, topic) : null, topic, asOf);
    }

    /** In a frame: the first of the numbers, and the way to the rest. */
    public ModelAndView of(HttpServletRequest request, String lang) {
        PageText text = new PageText(lang, messages);
        Asked asked = read(request.getParameterMap(), request, lang);
        List<RowChart.Row> rows = picture.rows(asked.found(), asked.numbers(), asked.topic(), text);
        ModelAndView card = new ModelAndView("embed-compare");
        card.addObject("things", asked.found());
        card.addObject("unit", ComparisonPicture.unit(asked.numbers(), asked.topic(), text));
        card.addObject("rows", rows.subList(0, Math.min(ROWS_MAX, rows.size())));
        card.addObject(
                "pageLink", CompareController.address(asked.ids(), asked.asOf(), asked.topic()) + "&lang=" + lang);
        card.addObject("release", asked.found().get(0).release());
        return card;
    }
}

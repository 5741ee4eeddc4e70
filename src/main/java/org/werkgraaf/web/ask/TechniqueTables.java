package org.werkgraaf.web.ask;

import java.util.List;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.QuestionLimits;

/** The tables about a technique that people want as a file: its cases, and the rules that bind it. */
@Component
public final class TechniqueTables {
    private final QuestionLimits limits;

    TechniqueTables(QuestionLimits limits) {
        this.limits = limits;
    }

    /**
     * A table as files of all its rows.
     *
     * @param name under which messages say what it holds
     */
    public record Table(String name, String csv, String xlsx) {}

    /** @param technique its id, such as {@code technique/keylogging} */
    public List<Table> of(String technique, String lang) {
        return List.of(
                table("cases", "cases-about", "subject", technique, lang),
                table("rules", "rules-for-technique", "technique", technique, lang));
    }

    private Table table(String name, String question, String parameter, String technique, String lang) {
        String file = "/api/v1/questions/" + question;
        String asked = "?" + parameter + "=" + technique + "&lang=" + lang + "&size=" + limits.sizeMax();
        return new Table(name, file + ".csv" + asked, file + ".xlsx" + asked);
    }
}

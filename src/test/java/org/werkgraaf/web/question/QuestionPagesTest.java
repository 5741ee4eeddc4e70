package org.werkgraaf.web.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.Languages;

@PackagedServiceTest
class QuestionPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private SavedQuestions questions;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionHasAPageInEachLanguage() {
        return questions.all().stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    for (String lang : Languages.ALL) {
                        HttpResponse<String> page = page("/questions/" + question.name() + "?lang=" + lang);
                        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
                        assertThat(page.body())
                                .contains("<table class=\"answer")
                                .contains("/sparql-editor?query=")
                                .contains("/api/v1/questions/" + question.name() + ".csv?")
                                .doesNotContain("style=\"")
                                .doesNotContain("onclick")
                                .doesNotContain("??");
                    }
                }));
    }

    @Test
    void listsTheQuestionsByTopic() {
        String page = page("/questions?lang=fr").body();

        questions.all().forEach(question -> assertThat(page).contains("href=\"/questions/" + question.name() + "\""));
        assertThat(page).contains("Affaires et amendes").contains("Recommandations");
    }

    @Test
    void offersTheValuesOfTheGraphInTheReadersLanguage() {
        String page =
                page("/questions/techniques-by-data?lang=nl&data=fingerprint").body();

        assertThat(Jsoup.parse(page).select("input[name=data][list=l-data]").val())
                .isEqualTo("Vingerafdruk");
        assertThat(Jsoup.parse(page).select("datalist#l-data option[value=Vingerafdruk]"))
                .hasSize(1);
        assertThat(page).contains("<a href=\"/id/technique/fingerprint-time-registration\">");
    }

    @Test
    void takesTheNameOfAChoiceThatTheBrowserCompleted() {
        assertThat(page("/questions/techniques-by-data?lang=nl&data=Vingerafdruk")
                        .body())
                .contains("<a href=\"/id/technique/fingerprint-time-registration\">");
        assertThat(page("/questions/techniques-by-data?lang=nl&data=Vingertop").statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesEachTechniqueWithSpecialDataOneRowWhateverItsPurpose() {
        List<String> techniques = Jsoup.parse(page("/questions/special-category-techniques?lang=en&size=1000")
                        .body())
                .select("table.answer tbody tr td:first-child a")
                .eachAttr("href");
        assertThat(techniques).doesNotHaveDuplicates().contains("/id/technique/fingerprint-time-registration");
    }

    @Test
    void leavesAFieldThatNarrowsTheAnswerEmpty() {
        String page = page("/questions/outcomes?lang=en&jurisdiction=").body();

        assertThat(page).contains("<option value=\"\">any</option>").doesNotContain("selected=\"selected\"");
    }

    @Test
    void saysThatTheYearOfARowIsNotKnown() {
        for (String[] each : new String[][] {{"en", "not known"}, {"nl", "niet bekend"}, {"fr", "non connu"}}) {
            Document page =
                    Jsoup.parse(page("/questions/fines-by-year?lang=" + each[0]).body());
            assertThat(page.select("table.answer tbody tr td:first-child").eachText())
                    .contains(each[1])
                    .doesNotContain("");
            assertThat(page.select("figure svg text").eachText()).contains(each[1]);
        }
    }

    @Test
    void drawsAChartWithATitleADescriptionAndEveryYear() {
        String page = page("/questions/fines-by-year?lang=en").body();

        assertThat(page)
                .contains("<title id=\"chart-title\">How much was fined per year?</title>")
                .contains("<desc id=\"chart-desc\">")
                .contains("role=\"img\"")
                .contains(">2022</text>");
        assertThat(page("/questions/dates-moved?lang=en").body()).doesNotContain("<svg width");
    }

    @Test
    void putsTheWholeStateInTheLinks() {
        String page = page("/questions/applies-on?lang=nl&size=20&page=2").body();

        assertThat(page)
                .contains("/questions/applies-on?date=2026-12-02&amp;lang=nl&amp;rows=one&amp;page=2&amp;size=20")
                .contains("/questions/applies-on?date=2026-12-02&amp;lang=nl&amp;rows=one&amp;page=3&amp;size=20")
                .contains("Rij 21 tot en met 40 van ");
    }

    @Test
    void escapesWhatAReaderWrites() {
        String page = page("/questions/statistics-of-survey?lang=en&survey=%3Cscript%3Ealert(1)%3C/script%3E")
                .body();

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void saysOnAPageWhichFieldIsWrong() {
        HttpResponse<String> page = page("/questions/applies-on?lang=en&date=soon");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("it takes a date such as");
    }

    private HttpResponse<String> page(String path) {
        return service.get(path, "Accept", "text/html");
    }
}

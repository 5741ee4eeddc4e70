package org.werkgraaf.web.workbench;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.web.ask.QuestionAnswers;
import org.werkgraaf.web.http.ReaderLanguage;

/**
 * {@code GET /sparql-editor}: write a query, run it on {@code /sparql} and read the answer. It opens with {@code ?query=}, or with
 * the saved question {@code ?question=}, or with a small query to start from.
 */
@Controller
@Hidden
class EditorController {
    private final SavedQuestions questions;
    private final QuestionAnswers answers;
    private final ReaderLanguage languages;
    private final EditorTexts texts;

    EditorController(SavedQuestions questions, QuestionAnswers answers, ReaderLanguage languages, EditorTexts texts) {
        this.questions = questions;
        this.answers = answers;
        this.languages = languages;
        this.texts = texts;
    }

    @GetMapping("/sparql-editor")
    ModelAndView page(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String question,
            HttpServletRequest request) {
        String lang = languages.of(request);
        ModelAndView page = new ModelAndView("sparql-editor");
        page.addObject("prefixes", Map.copyOf(Prefixes.all()));
        page.addObject("topics", questions.byTopic());
        page.addObject("texts", texts.json(lang));
        page.addObject("question", question);
        page.addObject("query", query.isBlank() ? saved(question, lang) : query);
        return page;
    }

    private String saved(String name, String lang) {
        if (name.isEmpty()) {
            return "";
        }
        SavedQuestion found = answers.find(name);
        return found.query(found.samples(), lang);
    }
}

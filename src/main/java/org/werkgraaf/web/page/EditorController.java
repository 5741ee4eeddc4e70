package org.werkgraaf.web.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.query.SavedQuestions;
import org.werkgraaf.vocabulary.Prefixes;

/** {@code GET /sparql-editor?query=}: write a query, run it on /sparql and read the answer. */
@Controller
@Hidden
class EditorController {
    private static final String PREFIXES = new TreeMap<>(Prefixes.all()).entrySet().stream()
            .map(each -> "PREFIX " + each.getKey() + ": <" + each.getValue() + ">\n")
            .collect(Collectors.joining());

    private final SavedQuestions questions;

    EditorController(SavedQuestions questions) {
        this.questions = questions;
    }

    @GetMapping("/sparql-editor")
    ModelAndView page(@RequestParam(defaultValue = "") String query) {
        ModelAndView page = new ModelAndView("sparql-editor");
        page.addObject("query", query.isBlank() ? PREFIXES + "\n" : query);
        page.addObject("questions", questions.all());
        return page;
    }
}

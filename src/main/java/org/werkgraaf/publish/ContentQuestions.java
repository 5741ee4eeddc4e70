package org.werkgraaf.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.load.LoadProblem;
import org.werkgraaf.query.QuestionException;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestionReader;

/** Reads the saved questions that come with the content. */
final class ContentQuestions {
    private ContentQuestions() {}

    /** @throws LoadException when one breaks the rules; each problem has its file and line */
    static List<SavedQuestion> of(Content content) {
        Map<String, String> files =
                content.in("queries", ".rq").stream().collect(Collectors.toMap(ContentFile::path, ContentFile::text));
        try {
            return new SavedQuestionReader().read(files);
        } catch (QuestionException e) {
            throw new LoadException(e.problems().stream()
                    .map(each -> new LoadProblem(each.file(), each.line(), 0, each.reason(), each.solution()))
                    .toList());
        }
    }
}

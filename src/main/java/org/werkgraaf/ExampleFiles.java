package org.werkgraaf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.query.QueryExample;

/** Reads the saved questions as examples: their headers, and their parameters filled in as the comment beside them says. */
final class ExampleFiles {
    private static final Pattern SUMMARY = Pattern.compile("(?m)^#\\+ summary: (.+)$");
    private static final Pattern QUESTION = Pattern.compile("(?m)^# Question \\((\\w+)\\): (.+)$");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^(\\s*)# (VALUES )");

    private ExampleFiles() {}

    static List<QueryExample> in(Content content) {
        return content.in("queries", ".rq").stream()
                .filter(file -> SUMMARY.matcher(file.text()).find())
                .map(ExampleFiles::example)
                .toList();
    }

    private static QueryExample example(ContentFile file) {
        Map<String, String> summaries = new TreeMap<>();
        Matcher question = QUESTION.matcher(file.text());
        while (question.find()) {
            summaries.put(question.group(1), question.group(2).strip());
        }
        Matcher summary = SUMMARY.matcher(file.text());
        if (summary.find()) {
            summaries.putIfAbsent("en", summary.group(1).strip());
        }
        String query = PARAMETER.matcher(file.text()).replaceAll("$1$2").replaceAll("(?m)^#.*\\R", "").strip() + "\n";
        return new QueryExample(file.path().replaceAll(".*/|\\.rq$", ""), summaries, List.of(), query);
    }
}

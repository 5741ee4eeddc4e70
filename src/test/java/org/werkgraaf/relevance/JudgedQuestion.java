package org.werkgraaf.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.werkgraaf.Tsv;

/**
 * A question with what its asker would want to find.
 *
 * @param kind name of the file that it stands in
 * @param line where it stands
 * @param words the question
 * @param lang language of its asker
 * @param grades by id: 3 the very thing, 2 a good answer, 1 related
 */
record JudgedQuestion(String kind, int line, String words, String lang, Map<String, Integer> grades) {
    static List<JudgedQuestion> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<JudgedQuestion> questions = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 1; i < lines.size(); i++) {
                    if (!lines.get(i).isBlank()) {
                        questions.add(parse(file.getFileName().toString().replace(".tsv", ""), i + 1, lines.get(i)));
                    }
                }
            }
            return questions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JudgedQuestion parse(String kind, int line, String text) {
        CSVRecord columns = Tsv.rows(text).get(0);
        if (columns.size() != 3) {
            throw new IllegalArgumentException(kind + ".tsv:" + line + " has " + columns.size() + " columns and not 3");
        }
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String judged : columns.get(2).split(" +")) {
            String[] parts = judged.split("=");
            grades.put(parts[0], Integer.valueOf(parts[1]));
        }
        return new JudgedQuestion(kind, line, columns.get(0), columns.get(1), grades);
    }

    /** Rank of the first of the best graded answers, from 1; 0 when none was found. */
    int rank(List<String> found) {
        int best = grades.values().stream().max(Integer::compare).orElse(0);
        for (int i = 0; i < found.size(); i++) {
            if (grades.getOrDefault(found.get(i), 0) == best) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Normalized discounted cumulative gain of the first ten. */
    double ndcg(List<String> found) {
        double gain = gain(found.stream().map(id -> grades.getOrDefault(id, 0)).toList());
        double ideal = gain(grades.values().stream().sorted((a, b) -> b - a).toList());
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < Math.min(10, grades.size()); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}

package org.werkgraaf.query;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The header of a saved question: the YAML in its first lines, which start with {@code #+}; each part knows its line. */
final class QuestionHeader {
    private static final String MARK = "#+";

    private final String file;
    private final List<QuestionProblem> problems;

    /** @param problems where what is wrong is written down */
    QuestionHeader(String file, List<QuestionProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The part of a file below its header. */
    static String below(String text) {
        return text.lines()
                        .dropWhile(line -> line.startsWith(MARK))
                        .reduce("", (all, line) -> all + line + "\n")
                        .strip()
                + "\n";
    }

    /** Reads the header as a mapping; empty when it is none, which is then written down. */
    Optional<Part> read(String text) {
        String yaml = text.lines()
                .takeWhile(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).replaceFirst("^ ", ""))
                .reduce("", (all, line) -> all + line + "\n");
        if (yaml.isBlank()) {
            wrong(1, "The file has no header.", "Begin it with lines such as '#+ summary: ...'; see docs/content.md.");
            return Optional.empty();
        }
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
            if (root instanceof MappingNode) {
                return Optional.of(new Part("", root));
            }
            wrong(1, "The header is not a list of names and values.", "Write it as '#+ name: value'.");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            wrong(
                    line,
                    "The header is not YAML: " + e.getProblem() + ".",
                    "Put a text that has a colon or a quote between quotes.");
        }
        return Optional.empty();
    }

    /** Writes down what is wrong at a line. */
    void wrong(int line, String reason, String solution) {
        problems.add(new QuestionProblem(file, line, reason, solution));
    }

    /** A part of the header. */
    final class Part {
        private final String name;
        private final Node node;

        private Part(String name, Node node) {
            this.name = name;
            this.node = node;
        }

        int line() {
            return node.getStartMark().getLine() + 1;
        }

        void wrong(String reason, String solution) {
            QuestionHeader.this.wrong(line(), reason, solution);
        }

        /** Refuses names other than these. */
        void only(Set<String> known) {
            entries().forEach((key, part) -> {
                if (!known.contains(key)) {
                    part.wrong("The header has '" + key + "', which is not known.", "Known are " + sorted(known) + ".");
                }
            });
        }

        private String sorted(Set<String> names) {
            return String.join(", ", names.stream().sorted().toList());
        }

        Optional<Part> part(String key) {
            return Optional.ofNullable(entries().get(key));
        }

        /** A text that must be there. */
        String text(String key) {
            return part(key).map(Part::text).orElseGet(() -> {
                wrong("'" + (name.isEmpty() ? "" : name + ": ") + key + "' is missing.", "Add it.");
                return "";
            });
        }

        String text() {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return scalar.getValue().strip();
            }
            wrong("'" + name + "' is not a text.", "Give it one, between quotes when it has a colon.");
            return "";
        }

        /** Names and values, in their order; empty, and written down, when it is something else. */
        Map<String, Part> entries() {
            Map<String, Part> entries = new LinkedHashMap<>();
            if (node instanceof MappingNode mapping) {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key) {
                        Part part = new Part(key.getValue(), tuple.getValueNode());
                        if (entries.put(key.getValue(), part) != null) {
                            part.wrong("'" + key.getValue() + "' stands there twice.", "Keep one.");
                        }
                    }
                }
            } else {
                wrong("'" + name + "' is not a list of names and values.", "Write 'name: value' below it.");
            }
            return entries;
        }

        /** The elements of a list. */
        List<Part> elements() {
            List<Part> elements = new ArrayList<>();
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(each -> elements.add(new Part(name, each)));
            } else {
                wrong("'" + name + "' is not a list.", "Write its elements below each other, each after '- '.");
            }
            return elements;
        }
    }
}

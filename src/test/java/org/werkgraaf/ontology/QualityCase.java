package org.werkgraaf.ontology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small graph that keeps or breaks a shape or rule.
 *
 * @param file the Turtle file
 * @param valid whether it must have no findings
 * @param breaks name of the property shape or rule that it breaks, from its first line; empty when valid
 */
record QualityCase(Path file, boolean valid, String breaks) {
    private static final String HEADER = "# breaks: ";

    /** The cases of the folders {@code valid} and {@code invalid} below a folder. */
    static List<QualityCase> in(Path folder) {
        List<QualityCase> cases = new ArrayList<>();
        for (Path file : Repository.files(folder.resolve("valid"), ".ttl")) {
            cases.add(new QualityCase(file, true, ""));
        }
        for (Path file : Repository.files(folder.resolve("invalid"), ".ttl")) {
            cases.add(new QualityCase(file, false, breaks(file)));
        }
        return cases;
    }

    /** Folder and file name, such as {@code invalid/label-dutch}. */
    String name() {
        return file.getParent().getFileName() + "/"
                + file.getFileName().toString().replace(".ttl", "");
    }

    static long count(List<QualityCase> cases, boolean valid) {
        return cases.stream().filter(one -> one.valid() == valid).count();
    }

    private static String breaks(Path file) {
        String first = Repository.text(file).lines().findFirst().orElse("");
        if (!first.startsWith(HEADER)) {
            throw new IllegalStateException(file + " must start with a line '" + HEADER + "<name>'.");
        }
        return first.substring(HEADER.length()).strip();
    }
}

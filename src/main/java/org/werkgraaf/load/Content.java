package org.werkgraaf.load;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All files from which a release is made: {@code ontology/}, {@code data/} and {@code queries/}.
 *
 * @param files the files, sorted by path
 * @param digest SHA-256 over all paths and bytes, in hexadecimal
 */
public record Content(List<ContentFile> files, String digest) {
    /** Takes the files in any order. */
    public static Content of(List<ContentFile> files) {
        List<ContentFile> sorted =
                files.stream().sorted(Comparator.comparing(ContentFile::path)).toList();
        return new Content(sorted, Digests.ofFiles(sorted));
    }

    /** How many bytes all files have together. */
    public long bytes() {
        return files.stream().mapToLong(file -> file.bytes().length).sum();
    }

    /** The files below a folder with one of the endings, in order of path. */
    public List<ContentFile> in(String folder, String ending) {
        return files.stream().filter(file -> file.isIn(folder, ending)).toList();
    }

    /** One file by its path. */
    public Optional<ContentFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }
}

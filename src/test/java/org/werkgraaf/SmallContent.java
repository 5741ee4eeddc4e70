package org.werkgraaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.werkgraaf.load.ContentReader;

/** A folder with the real ontology, of its concepts those that are used, and a few things, for tests that change content. */
public final class SmallContent {
    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX id: <https://w3id.org/werkgraaf/id/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

            """;

    /** What its things take values from. All schemes are more to index than everything else that is here. */
    private static final List<String> SCHEMES = List.of("verification", "claim-status");

    private final Path root;

    /**
     * Makes the content below a folder, with twelve techniques labelled with the word "zilver".
     *
     * @param schemes the concept schemes that a test takes values from, besides those of the things that are here
     */
    public SmallContent(Path root, String... schemes) {
        this(root);
        for (String part : List.of("werkgraaf.ttl", "presentation.ttl", "shapes", "rules")) {
            copy(Path.of("ontology", part), root.resolve("ontology").resolve(part));
        }
        loosenTheLimitsOfQuality();
        Stream.concat(SCHEMES.stream(), Stream.of(schemes))
                .map(scheme -> "ontology/concepts/" + scheme + ".ttl")
                .forEach(file -> copy(Path.of(file), root.resolve(file)));
        copy(Path.of("data/entities/jurisdictions.ttl"), root.resolve("data/entities/jurisdictions.ttl"));
        folder("queries");
        techniques("zilver");
        write("data/entities/others.ttl", others());
        write("data/sources/small-source.trig", source());
        write("data/sources/other-source.trig", otherSource());
        write(
                "data/sources/of-the-ontology.trig",
                description("werken-op-waarde-geschat") + description("ai-act-text"));
    }

    private SmallContent(Path root) {
        this.root = root;
    }

    /** What was made below a folder before. */
    static SmallContent in(Path root) {
        return new SmallContent(root);
    }

    /** Writes twelve techniques of which every label and definition holds the word. */
    public void techniques(String word) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
            text.append("""
                    id:technique\\/technique-%1$d
                        a wg:Technique ;
                        skos:prefLabel "Techniek %1$d %2$s"@nl , "Technique %1$d %2$s"@en , "Procédé %1$d %2$s"@fr ;
                        skos:altLabel "werkwijze %1$d %2$s"@nl ;
                        skos:definition "Werkwijze nummer %1$d, in de stand %2$s."@nl , "Practice number %1$d, in state %2$s."@en .

                    """.formatted(i, word));
        }
        write("data/entities/techniques.ttl", text.toString());
    }

    /** Writes a file below the content, after the usual prefixes. */
    public void write(String path, String body) {
        writeRaw(path, PREFIXES + body);
    }

    /** Writes a file below the content as it is. */
    public void writeRaw(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads it as the service does. */
    public ContentReader reader() {
        return new ContentReader(
                root.resolve("ontology").toString(),
                root.resolve("data").toString(),
                root.resolve("queries").toString(),
                20_000_000);
    }

    /** Has a service that a test starts read it. */
    public void serve(DynamicPropertyRegistry settings) {
        for (String part : List.of("ontology", "data", "queries")) {
            settings.add("werkgraaf.content." + part, () -> root.resolve(part).toString());
        }
    }

    /** Where it is. */
    public Path root() {
        return root;
    }

    /** How good the project's own content must be is no measure for what stands here. */
    private void loosenTheLimitsOfQuality() {
        Path profile = root.resolve("ontology/rules/profile.tsv");
        try {
            Files.writeString(profile, Files.readString(profile).replaceAll("(?m)\\tINFO\\t\\d+$", "\tINFO\t25"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String others() {
        return """
                id:data-category\\/fingerprint
                    a wg:DataCategory ;
                    skos:prefLabel "Vingerafdruk"@nl , "Fingerprint"@en , "Empreinte digitale"@fr ;
                    skos:altLabel "vingerscan"@nl ;
                    skos:definition "Afdruk van de huidlijnen van een vinger."@nl , "Print of the ridges of a finger."@en .

                id:risk\\/work-stress
                    a wg:Risk ;
                    skos:prefLabel "Werkstress"@nl , "Work stress"@en , "Stress au travail"@fr ;
                    skos:altLabel "stress op het werk"@nl ;
                    skos:definition "Spanning door te hoge eisen van het werk."@nl , "Strain from work that asks too much."@en .
                """;
    }

    private static String source() {
        StringBuilder text = new StringBuilder("""
                id:source\\/small-source
                    a wg:Source ;
                    dcterms:title "Een kleine bron"@nl ;
                    skos:prefLabel "Kleine bron"@nl , "Small source"@en , "Petite source"@fr ;
                    wg:verification id:verification\\/secondary .

                id:passage\\/small-source-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/small-source ;
                    wg:line "1" ;
                    wg:paraphrase "Alle technieken nemen vingerafdrukken op en geven stress."@nl ,
                        "All techniques take fingerprints and give stress."@en .

                id:passage\\/small-source-l1 {
                """);
        for (int i = 1; i <= 12; i++) {
            text.append("    id:technique\\/technique-")
                    .append(i)
                    .append(" wg:takes id:data-category\\/fingerprint ;\n")
                    .append("        wg:poses id:risk\\/work-stress .\n");
        }
        return text.append("}\n").toString();
    }

    /** The ontology names these as the sources of some of its terms. */
    private static String description(String slug) {
        return """
                id:source\\/%1$s
                    a wg:Source ;
                    dcterms:title "%1$s"@nl ;
                    skos:prefLabel "%1$s nl"@nl , "%1$s en"@en , "%1$s fr"@fr ;
                    wg:verification id:verification\\/secondary .

                """.formatted(slug);
    }

    private static String otherSource() {
        return """
                id:source\\/other-source
                    a wg:Source ;
                    dcterms:title "Een andere bron"@nl ;
                    skos:prefLabel "Andere bron"@nl , "Other source"@en , "Autre source"@fr ;
                    wg:verification id:verification\\/secondary .

                id:passage\\/other-source-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/other-source ;
                    wg:line "1" ;
                    wg:paraphrase "Techniek 1 geeft stress."@nl , "Technique 1 gives stress."@en .

                id:passage\\/other-source-l1 {
                    id:technique\\/technique-1 wg:poses id:risk\\/work-stress .
                }
                """;
    }

    private void folder(String name) {
        try {
            Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (from.equals(file)) {
                    target = to;
                }
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

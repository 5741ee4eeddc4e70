package org.werkgraaf.web.http;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.springframework.http.MediaType;

/**
 * The formats in which every room gives RDF, in the order of preference, with the media types by which clients ask for them. What
 * one graph is in Turtle or N-Triples, it is in TriG or N-Quads too, so that these are other names of the same text.
 */
public enum RdfFormat {
    TURTLE(
            "ttl",
            RDFFormat.TURTLE_PRETTY,
            List.of("text/turtle", "application/trig", "text/n3"),
            "application/x-turtle",
            "application/turtle",
            "text/rdf+n3",
            "application/x-trig"),
    JSON_LD("jsonld", RDFFormat.JSONLD11_PRETTY, List.of("application/ld+json"), "application/json"),
    RDF_XML("rdf", RDFFormat.RDFXML_PLAIN, List.of("application/rdf+xml"), "application/xml", "text/xml", "text/rdf"),
    N_TRIPLES(
            "nt",
            RDFFormat.NTRIPLES_UTF8,
            List.of("application/n-triples", "application/n-quads"),
            "text/plain",
            "text/x-nquads",
            "text/nquads"),
    RDF_JSON("rj", RDFFormat.RDFJSON, List.of("application/rdf+json")),
    THRIFT("rt", RDFFormat.RDF_THRIFT, List.of("application/rdf+thrift"), "application/vnd.apache.thrift.binary");

    private final String suffix;
    private final RDFFormat format;
    private final List<MediaType> types;
    private final List<MediaType> alsoKnownAs;

    RdfFormat(String suffix, RDFFormat format, List<String> types, String... alsoKnownAs) {
        this.suffix = suffix;
        this.format = format;
        this.types = types.stream().map(MediaType::valueOf).toList();
        this.alsoKnownAs = Arrays.stream(alsoKnownAs).map(MediaType::valueOf).toList();
    }

    /** The ending of an address for this format, without its dot. */
    public String suffix() {
        return suffix;
    }

    /** Its own media type. */
    public MediaType type() {
        return types.get(0);
    }

    /** The format of an ending, without its dot. */
    public static Optional<RdfFormat> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }

    /** All formats by all media types, those of their own before those of others. */
    public static List<Accept.Offer<RdfFormat>> offers() {
        List<Accept.Offer<RdfFormat>> offers = new ArrayList<>();
        for (RdfFormat format : values()) {
            format.types.forEach(type -> offers.add(new Accept.Offer<>(format, type)));
        }
        for (RdfFormat format : values()) {
            format.alsoKnownAs.forEach(type -> offers.add(new Accept.Offer<>(format, type)));
        }
        return List.copyOf(offers);
    }

    /** The media type of an answer that was asked for by one of the types: that one, when it is one of its own. */
    public MediaType answeredAs(MediaType asked) {
        MediaType type = types.contains(asked) ? asked : type();
        boolean text = type.getType().equals("text");
        return text || this == RDF_XML ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    /**
     * The graph in this format, with the prefixes that it knows.
     *
     * @throws RequestException when the format has no place for something in it
     */
    public byte[] write(Graph graph) {
        return RdfText.of(graph, format);
    }

    /** Writes it triple by triple; empty where all must be known before the first is written. */
    public Optional<StreamRDF> stream(OutputStream out) {
        return switch (this) {
            case TURTLE -> Optional.of(StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
            case N_TRIPLES -> Optional.of(StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8));
            case THRIFT -> Optional.of(StreamRDFWriter.getWriterStream(out, RDFFormat.RDF_THRIFT));
            case JSON_LD -> Optional.of(new StreamedJsonLd(out));
            case RDF_XML -> Optional.of(new StreamedRdfXml(out));
            case RDF_JSON -> Optional.empty();
        };
    }

    /** How Jena writes it. */
    public RDFFormat format() {
        return format;
    }
}

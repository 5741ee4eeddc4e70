package org.werkgraaf.web.ask;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.werkgraaf.query.QuestionParameter;
import org.werkgraaf.query.QuestionRequest;

/** Addresses at which the same question is answered, with all that decides the answer in them. */
public final class QuestionLinks {
    private final QuestionRequest request;

    public QuestionLinks(QuestionRequest request) {
        this.request = request;
    }

    /** A page of the answer in a format of the API, such as {@code .csv}; without a suffix, JSON. */
    public String api(String suffix, int page) {
        return link("/api/v1/questions/" + request.question().name() + suffix, page, request.size());
    }

    /** As many rows as may be had at a time. */
    public String all(String suffix, int size) {
        return link("/api/v1/questions/" + request.question().name() + suffix, 1, size);
    }

    /** A page of the answer for readers. */
    public String page(int page) {
        return link("/questions/" + request.question().name(), page, request.size());
    }

    /** The numbers of the answer as a picture, {@code .svg}. */
    public String picture(int page) {
        return link("/questions/" + request.question().name() + ".svg", page, request.size());
    }

    /** The things of the answer to follow, as {@code .atom} or {@code .json}. */
    public String feed(String suffix) {
        return link("/questions/" + request.question().name() + "/feed" + suffix, request.page(), request.size());
    }

    /** The query in the editor, with the parameters filled in. */
    public String editor() {
        return "/sparql-editor?query=" + UriUtils.encode(request.sparql(), StandardCharsets.UTF_8);
    }

    private String link(String path, int page, int size) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        Map<String, Node> values = request.values();
        for (QuestionParameter parameter : request.question().parameters()) {
            @Nullable Node value = values.get(parameter.name());
            if (value != null) {
                link.queryParam(parameter.name(), "{" + parameter.name() + "}");
            }
        }
        link.queryParam("lang", request.lang());
        if (request.question().key() != null) {
            link.queryParam("rows", request.each() ? "each" : "one");
        }
        if (page > 1) {
            link.queryParam("page", page);
        }
        if (size != request.question().pageSize()) {
            link.queryParam("size", size);
        }
        Map<String, Object> texts = new java.util.HashMap<>();
        values.forEach((name, value) -> texts.put(name, QuestionParameters.id(value)));
        return link.encode().buildAndExpand(texts).toUriString();
    }
}

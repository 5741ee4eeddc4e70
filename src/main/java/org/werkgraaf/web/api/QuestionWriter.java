package org.werkgraaf.web.api;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.springframework.stereotype.Component;
import org.werkgraaf.query.QuestionAnswer;
import org.werkgraaf.query.QuestionRequest;
import org.werkgraaf.query.QuestionRunner;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.api.QuestionOutcome.Value;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.QuestionLinks;
import org.werkgraaf.web.http.XmlCharacters;

/** Writes answers to saved questions in the formats of the API. */
@Component
class QuestionWriter {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private final QuestionRunner runner;
    private final WebSettings settings;
    private final CoverageNotes coverage;

    QuestionWriter(QuestionRunner runner, WebSettings settings, CoverageNotes coverage) {
        this.coverage = coverage;
        this.runner = runner;
        this.settings = settings;
    }

    QuestionOutcome json(QuestionAnswer answer) {
        QuestionRequest request = answer.request();
        Map<String, Value> parameters = new TreeMap<>();
        request.values().forEach((name, value) -> parameters.put(name, value(answer, value)));
        Map<String, String> names = runner.columns(request.question(), request.lang());
        QuestionLinks links = new QuestionLinks(request);
        String base = settings.baseUrl();
        return new QuestionOutcome(
                request.question().name(),
                request.question().summary(request.lang()),
                answer.total(),
                answer.complete(),
                answer.complete() ? null : answer.cutBy(),
                answer.release(),
                request.page(),
                request.size(),
                parameters,
                answer.variables().stream()
                        .map(name -> new QuestionOutcome.Column(name, names.getOrDefault(name, name)))
                        .toList(),
                coverage.of(answer),
                IntStream.range(0, answer.rows().size())
                        .mapToObj(row -> row(answer, row))
                        .toList(),
                new QuestionOutcome.Links(
                        base + links.api("", request.page()),
                        answer.hasNext() ? base + links.api("", request.page() + 1) : null,
                        base + links.page(request.page()),
                        base + links.api(".csv", request.page()),
                        base + links.api(".srj", request.page()),
                        base + links.editor()));
    }

    private static Map<String, Value> row(QuestionAnswer answer, int row) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : answer.variables()) {
            List<Node> nodes = answer.values(row, name);
            if (!nodes.isEmpty()) {
                values.put(
                        name,
                        value(answer, nodes.get(0))
                                .with(nodes.stream()
                                        .skip(1)
                                        .map(node -> value(answer, node))
                                        .toList()));
            }
        }
        return values;
    }

    private static Value value(QuestionAnswer answer, Node node) {
        if (node.isLiteral()) {
            String lang = node.getLiteralLanguage();
            String datatype = node.getLiteralDatatypeURI();
            boolean text = !lang.isEmpty() || datatype.equals(XSD + "string");
            return new Value(
                    null,
                    null,
                    null,
                    node.getLiteralLexicalForm(),
                    text ? null : datatype.replace(XSD, ""),
                    lang.isEmpty() ? null : lang,
                    null);
        }
        return new Value(
                ThingId.find(node).map(ThingId::toString).orElse(null),
                node.isURI() ? node.getURI() : null,
                answer.labels().get(node),
                null,
                null,
                null,
                null);
    }

    byte[] sparql(QuestionAnswer answer, QuestionFormats format) {
        Lang lang = format == QuestionFormats.SRX ? ResultSetLang.RS_XML : ResultSetLang.RS_JSON;
        if (format == QuestionFormats.SRX) {
            answer.rows().forEach(row -> row.forEach((variable, value) -> XmlCharacters.check(value.toString())));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSetWriterRegistry.getFactory(lang)
                .create(lang)
                .write(
                        out,
                        RowSetStream.create(
                                Var.varList(answer.variables()), answer.rows().iterator()),
                        new Context());
        return out.toByteArray();
    }
}

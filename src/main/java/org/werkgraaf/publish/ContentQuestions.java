package org.werkgraaf.publish;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.LoadException;
import org.werkgraaf.load.LoadProblem;
import org.werkgraaf.query.QuestionException;
import org.werkgraaf.query.SavedQuestion;
import org.werkgraaf.query.SavedQuestionReader;
import org.werkgraaf.vocabulary.Wg;

/** Reads the saved questions that come with the content. */
final class ContentQuestions {
    private ContentQuestions() {}

    /** @throws LoadException when one breaks the rules; each problem has its file and line */
    static List<SavedQuestion> of(Content content) {
        Map<String, String> files =
                content.in("queries", ".rq").stream().collect(Collectors.toMap(ContentFile::path, ContentFile::text));
        try {
            return new SavedQuestionReader(stated(content)).read(files);
        } catch (QuestionException e) {
            throw new LoadException(e.problems().stream()
                    .map(each -> new LoadProblem(each.file(), each.line(), 0, each.reason(), each.solution()))
                    .toList());
        }
    }

    /** The properties that sources state; how a thing is ordered is the editors' own. */
    private static Set<Node> stated(Content content) {
        Graph ontology = GraphFactory.createDefaultGraph();
        content.in("ontology", ".ttl").stream()
                .filter(file -> file.text().contains(Wg.CLAIM_PROPERTY.getLocalName()))
                .forEach(file -> RDFParser.fromString(file.text(), Lang.TURTLE).parse(ontology));
        return ontology.stream(Node.ANY, Wg.CLAIM_PROPERTY, NodeFactory.createLiteralByValue(true))
                .map(Triple::getSubject)
                .filter(property -> !ontology.contains(property, Wg.CLASSIFIES, Node.ANY))
                .collect(Collectors.toSet());
    }
}

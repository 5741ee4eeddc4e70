package org.werkgraaf.publish;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.validate.RuleException;
import org.werkgraaf.validate.RuleSet;

/** Reads the shapes and rules that come with the content. */
final class ContentRules {
    private static final String RULES = "ontology/rules";

    private ContentRules() {}

    static RuleSet of(Content content) {
        Graph shapes = ContentShapes.of(content).graph();
        Map<String, String> rules = new TreeMap<>();
        for (ContentFile file : content.in(RULES, ".rq")) {
            String name = file.path().substring(RULES.length() + 1, file.path().length() - ".rq".length());
            rules.put(name, file.text());
        }
        String profile = content.file(RULES + "/profile.tsv")
                .map(ContentFile::text)
                .orElseThrow(
                        () -> new RuleException(RULES + "/profile.tsv is missing. It gives each rule its severity."));
        return RuleSet.of(shapes, rules, profile);
    }
}

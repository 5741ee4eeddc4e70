package org.werkgraaf.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.vocabulary.Prefixes;

/** Gives the things of a result page as a query to go on from. */
@Component
class SearchSparql {
    private static final Var THING = Var.alloc("thing");
    private static final Var TYPE = Var.alloc("type");
    private static final Var LABEL = Var.alloc("label");

    /** Path and query of the SPARQL request that lists the things of this page with class and labels. */
    String link(SearchResult result) {
        return "/sparql?query=" + URLEncoder.encode(query(result).serialize(), StandardCharsets.UTF_8);
    }

    private static Query query(SearchResult result) {
        ElementData things = new ElementData();
        things.add(THING);
        result.hits()
                .forEach(hit -> things.add(BindingFactory.binding(
                        THING, NodeFactory.createURI(hit.thing().iri()))));
        ElementTriplesBlock pattern = new ElementTriplesBlock();
        pattern.addTriple(Triple.create(THING, RDF.type.asNode(), TYPE));
        pattern.addTriple(Triple.create(THING, SKOS.prefLabel.asNode(), LABEL));
        ElementGroup where = new ElementGroup();
        where.addElement(things);
        where.addElement(pattern);
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.getPrefixMapping().setNsPrefixes(Prefixes.mapping());
        query.addResultVar(THING);
        query.addResultVar(TYPE);
        query.addResultVar(LABEL);
        query.setDistinct(true);
        query.setQueryPattern(where);
        return query;
    }
}

package org.werkgraaf.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.werkgraaf.index.SearchRequest;

/**
 * One question in three forms.
 *
 * @param request for Lucene in process
 * @param path for the service
 * @param sparql for the stock Fuseki: the queries that together give the same answer, or the most of it
 */
record BenchQuestion(SearchRequest request, String path, List<String> sparql) {
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

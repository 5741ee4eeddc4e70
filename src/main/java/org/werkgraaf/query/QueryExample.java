package org.werkgraaf.query;

import java.util.List;
import java.util.Map;

/**
 * A query that shows what can be asked.
 *
 * @param name its name, in small letters with hyphens
 * @param summaries the question in a sentence, by language
 * @param keywords words under which it is found
 * @param query SPARQL that runs as it is
 */
public record QueryExample(String name, Map<String, String> summaries, List<String> keywords, String query) {}

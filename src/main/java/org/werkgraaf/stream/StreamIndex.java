package org.werkgraaf.stream;

import java.util.List;
import java.util.Map;

/**
 * What a release keeps of the changes that led to it.
 *
 * @param since when the release came out before which nothing is told, as ISO 8601 in UTC
 * @param base how many things were last changed at that moment or before, by the segment of their class
 * @param steps what was changed since, oldest first
 */
record StreamIndex(String since, Map<String, Integer> base, List<StreamStep> steps) {}

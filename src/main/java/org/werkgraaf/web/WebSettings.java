package org.werkgraaf.web;

/**
 * What HTTP needs of the settings.
 *
 * @param baseUrl address under which visitors reach the service, without a slash at the end
 * @param wordsLengthMax longest question, in characters
 * @param filtersMax most filter values in one search
 * @param sizeMax most hits on a page
 * @param adminToken secret for publishing; empty switches it off
 */
public record WebSettings(String baseUrl, int wordsLengthMax, int filtersMax, int sizeMax, String adminToken) {}

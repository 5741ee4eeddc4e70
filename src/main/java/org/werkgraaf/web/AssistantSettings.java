package org.werkgraaf.web;

import java.util.Set;

/**
 * How assistants may ask.
 *
 * @param enabled whether they may at all
 * @param origins origins of pages that may ask, such as {@code https://assistant.example}, beside the service's own
 * @param hosts names under which the service is asked, with port if it is not that of the scheme, beside its own and this machine's
 * @param bodyBytesMax largest request, in bytes
 * @param batchMax most messages in one request
 */
public record AssistantSettings(
        boolean enabled, Set<String> origins, Set<String> hosts, int bodyBytesMax, int batchMax) {}

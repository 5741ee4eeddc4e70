package org.werkgraaf.web.check;

/** Beginnings of real answers, for the description of the API. */
final class CheckExamples {
    static final String JSON = """
            {}""";
    static final String JSONLD = """
            {}""";
    static final String TURTLE = """
            """;

    private CheckExamples() {}
}

package org.werkgraaf.index;

/**
 * What each way of matching is worth. Found by trying many values on the judged questions in {@code queries/relevance}.
 *
 * @param names a word as it is written in a name
 * @param name its stem in a name
 * @param parts a part of a glued word in a name
 * @param definition its stem in a definition
 * @param passage its stem in a paraphrase of a passage
 * @param tie share of what the other places add to the best one
 * @param within a whole name that is part of the question, times the root of its share
 * @param all all content words
 * @param links times the logarithm of the number of links
 * @param kind times what the class brings
 * @param needed share of the content words that must be there
 * @param lift being linked to what the question is about
 */
record Weights(
        float names,
        float name,
        float parts,
        float definition,
        float passage,
        float tie,
        float within,
        float all,
        float links,
        float kind,
        float needed,
        float lift) {
    /** For a few words, which name something. */
    static final Weights NAMING = new Weights(4.1f, 3.8f, 4.2f, 0.7f, 0.46f, 0.1f, 2f, 1.8f, 0.9f, 2.2f, 1f, 0f);

    /** For a sentence, which tells. */
    static final Weights TELLING =
            new Weights(7.8f, 7.3f, 1.5f, 10.4f, 0.85f, 0.1f, 13.2f, 10.7f, 1f, 1.05f, 0.46f, 9f);
}

package org.werkgraaf.vocabulary;

/** The local names of classes that the service treats in a way of their own. */
public final class ClassNames {
    public static final String PERSON = "Person";

    private ClassNames() {}
}

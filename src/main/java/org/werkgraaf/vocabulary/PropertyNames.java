package org.werkgraaf.vocabulary;

/** The local names of properties that the service treats in a way of their own. */
public final class PropertyNames {


    private PropertyNames() {}
}

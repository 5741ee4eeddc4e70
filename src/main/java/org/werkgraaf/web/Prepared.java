package org.werkgraaf.web;

/** Keeps something of a release that takes a while to make, and can make it before somebody asks. */
public interface Prepared {
    /** Makes what is not made yet; without a release that is nothing. */
    void prepare();
}

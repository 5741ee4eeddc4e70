package org.werkgraaf.table;

/**
 * Where a table comes from; it stands beside the rows in a file that leaves the site.
 *
 * @param title what it shows
 * @param address where it is to be had
 * @param release id of the release that it is taken from
 */
public record TableOrigin(String title, String address, String release) {}

package org.werkgraaf.web;

/**
 * What matching takes.
 *
 * @param queriesMax most names in one request
 * @param candidatesMax most candidates for one name
 * @param rowsMax most things of which values are asked in one request
 * @param propertiesMax most properties in one request
 */
public record ReconcileSettings(int queriesMax, int candidatesMax, int rowsMax, int propertiesMax) {}

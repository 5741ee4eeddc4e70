package org.werkgraaf.web;

/** @param serve whether bundles are handed out to everybody */
public record BundleSettings(boolean serve) {}

package org.werkgraaf.libraries;

import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * What is known of a vulnerability in a range of versions of a library.
 *
 * @param id identifier in the database that it was read from
 * @param cve its CVE; empty for none
 * @param library group and artifact, with a colon between
 * @param introduced first version that has it; {@code 0} for all before {@code fixed}
 * @param fixed first version that no longer has it; {@code >} and a version for those after it; empty for none
 * @param severity CRITICAL, HIGH, MEDIUM or LOW, as the database says
 * @param published day on which the database published it
 * @param source short name of the database
 */
record Advisory(
        String id,
        String cve,
        String library,
        String introduced,
        String fixed,
        String severity,
        String published,
        String source) {
    /** Whether this version of this library has it. */
    boolean affects(Archive used) {
        ComparableVersion version = new ComparableVersion(used.version());
        return library.equals(used.name())
                && version.compareTo(new ComparableVersion(introduced)) >= 0
                && !mended(version);
    }

    private boolean mended(ComparableVersion version) {
        if (fixed.startsWith(">")) {
            return version.compareTo(new ComparableVersion(fixed.substring(1))) > 0;
        }
        return !fixed.isEmpty() && version.compareTo(new ComparableVersion(fixed)) >= 0;
    }

    /** The two names under which it is known. */
    String names() {
        return cve.isEmpty() || cve.equals(id) ? id : id + " (" + cve + ")";
    }
}

package org.werkgraaf.web.home;

import org.werkgraaf.publish.QualityReport;

/** What a page needs of a quality report besides the report itself. */
final class QualityView {
    private static final String PRIMARY = "primary";

    private QualityView() {}

    /** All statements on law. */
    static long law(QualityReport report) {
        return report.lawByVerification().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The share of statements on law that was read in the official text, in percent; 0 when there are none. */
    static double share(QualityReport report) {
        long all = law(report);
        return all == 0 ? 0 : Math.floor(1000.0 * report.lawByVerification().getOrDefault(PRIMARY, 0L) / all) / 10;
    }
}

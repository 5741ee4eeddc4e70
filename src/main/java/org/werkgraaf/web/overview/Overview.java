package org.werkgraaf.web.overview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.entity.Timeline;

/**
 * All that is drawn of one release.
 *
 * @param atlas things and links
 * @param events law, cases and incidents, oldest first
 * @param matrices by what stands in the rows and in the columns
 * @param fines the newest first
 */
public record Overview(
        Atlas atlas, List<Timeline.Event> events, Map<MatrixRequest.Sides, Matrix> matrices, List<Fine> fines) {
    /** The matrix of those sides; there is one of each. */
    Matrix matrix(MatrixRequest.Sides sides) {
        return Objects.requireNonNull(matrices.get(sides));
    }
}

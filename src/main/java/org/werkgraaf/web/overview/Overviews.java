package org.werkgraaf.web.overview;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.entity.Timeline;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.web.OverviewSettings;
import org.werkgraaf.web.Prepared;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Keeps what is drawn of the published release; it is counted once for each release. */
@Component
public class Overviews implements Prepared {
    private static final Logger LOG = LoggerFactory.getLogger(Overviews.class);

    private final AtlasReader reader;
    private final EntityIndex index;
    private final OverviewSettings settings;
    private @Nullable Overview ready;

    Overviews(AtlasReader reader, EntityIndex index, OverviewSettings settings) {
        this.reader = reader;
        this.index = index;
        this.settings = settings;
    }

    /**
     * @throws IllegalStateException when there is no release yet
     * @throws RequestException when the release has too many things
     */
    public synchronized Overview now() {
        long things = index.stamp().map(Stamp::total).orElse(0L);
        if (things > settings.thingsMax()) {
            throw new RequestException(
                    ErrorCode.OVERVIEW_TOO_LARGE,
                    "The release has " + things + " things; pictures of all of them are drawn up to "
                            + settings.thingsMax() + ". Use the search or the SPARQL endpoint.");
        }
        Atlas atlas = reader.atlas();
        Overview known = ready;
        if (known == null || known.atlas() != atlas) {
            known = new Overview(atlas, Timeline.of(atlas), matrices(atlas), Fine.of(atlas));
            ready = known;
        }
        return known;
    }

    /** Counts before somebody asks. */
    @Override
    public void prepare() {
        if (index.stamp().isPresent()) {
            try {
                now();
            } catch (RequestException e) {
                LOG.info("Line of time, matrix and fines are not drawn: {}", e.getMessage());
            }
        }
    }

    private static Map<MatrixRequest.Sides, Matrix> matrices(Atlas atlas) {
        Map<MatrixRequest.Sides, Matrix> matrices = new HashMap<>();
        for (String rows : MatrixRequest.ROWS) {
            MatrixRequest.columns(atlas)
                    .forEach((columns, type) -> matrices.put(
                            new MatrixRequest.Sides(rows, columns),
                            Matrix.of(atlas, rows.equals(MatrixRequest.FAMILY), type)));
        }
        return Map.copyOf(matrices);
    }
}

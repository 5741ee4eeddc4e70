package org.werkgraaf.web.see;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.entity.Fine;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.entity.Timeline;

/** Keeps what is drawn of the published release; it is counted once for each release. */
@Component
class Overviews {
    private final AtlasReader reader;
    private @Nullable Overview ready;

    Overviews(AtlasReader reader) {
        this.reader = reader;
    }

    /** @throws IllegalStateException when there is no release yet */
    synchronized Overview now() {
        Atlas atlas = reader.atlas();
        Overview known = ready;
        if (known == null || known.atlas() != atlas) {
            known = new Overview(atlas, Timeline.of(atlas), matrices(atlas), Fine.of(atlas));
            ready = known;
        }
        return known;
    }

    /** Counts before somebody asks. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        CompletableFuture.runAsync(this::now);
    }

    private static Map<MatrixRequest.Sides, Matrix> matrices(Atlas atlas) {
        Map<MatrixRequest.Sides, Matrix> matrices = new HashMap<>();
        for (String rows : MatrixRequest.ROWS) {
            for (String columns : List.copyOf(MatrixRequest.COLUMNS.keySet())) {
                matrices.put(
                        new MatrixRequest.Sides(rows, columns),
                        Matrix.of(atlas, rows.equals(MatrixRequest.FAMILY), MatrixRequest.COLUMNS.get(columns)));
            }
        }
        return Map.copyOf(matrices);
    }
}

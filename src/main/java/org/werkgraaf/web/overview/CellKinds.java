package org.werkgraaf.web.overview;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.entity.Matrix;
import org.werkgraaf.meaning.Coverages;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;

/** Says what a cell of the matrix means; of a country without a count, whether its law is covered here. */
@Component
class CellKinds {
    static final String NO_RULE = "no-rule-known";
    static final String NOT_COVERED = "not-covered";
    private static final String EMPTY = "empty";

    private final EntityReader reader;

    CellKinds(EntityReader reader) {
        this.reader = reader;
    }

    /**
     * What a cell means.
     *
     * @return count, gap or none; of what is not counted empty, for a country {@link #NO_RULE} or {@link #NOT_COVERED}
     */
    String of(Matrix matrix, Matrix.Row row, Atlas.Thing column) {
        String kind = matrix.kind(row, matrix.cell(row, column));
        if (!kind.equals(EMPTY) || !column.type().equals(ClassNames.JURISDICTION)) {
            return kind;
        }
        Coverages.Level level = reader.coverages()
                .of(
                        ThingId.parse(column.id()).orElseThrow(),
                        Set.of(ThingId.parse(row.thing().id()).orElseThrow()));
        return level == Coverages.Level.NOT_COVERED ? NOT_COVERED : NO_RULE;
    }

    /** Whether a column is a country of which no law of its own is here: what is counted there is wider law, or cases. */
    boolean isUncovered(Atlas.Thing column) {
        return column.type().equals(ClassNames.JURISDICTION)
                && reader.coverages().of(ThingId.parse(column.id()).orElseThrow(), Set.of())
                        == Coverages.Level.NOT_COVERED;
    }

    /** Whether a kind is one of those that only cells of countries have. */
    static boolean ofCountry(String kind) {
        return kind.equals(NO_RULE) || kind.equals(NOT_COVERED);
    }
}

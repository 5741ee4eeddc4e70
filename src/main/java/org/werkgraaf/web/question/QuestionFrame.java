package org.werkgraaf.web.question;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.picture.TakeAway;
import org.werkgraaf.web.question.QuestionCells.Cell;

/** How high the card of a question is in a frame on another site, so that as little as can be has to be scrolled. */
final class QuestionFrame {
    /** Rows of a table in a frame; the rest stands on the page. */
    static final int ROWS_MAX = 8;

    /** Columns of a table in a frame. */
    static final int COLUMNS_MAX = 4;

    /** A frame that is higher hides the page around it; what is longer is scrolled. */
    private static final int HEIGHT_MAX = 1_100;

    /** Title, way to the page and what the release is, in pixels. */
    private static final int AROUND = 280;

    private static final int LINE = 24;
    private static final int BETWEEN_ROWS = 18;
    /** Characters that fit on a line, for each pixel of width. */
    private static final double CHARACTERS = 1 / 8.5;

    private QuestionFrame() {}

    /** For each of {@link TakeAway#WIDTHS}, in pixels. */
    static List<Integer> heights(List<String> heads, List<List<Cell>> rows, @Nullable QuestionDrawing drawing) {
        return TakeAway.WIDTHS.stream()
                .map(width -> AROUND
                        + (drawing == null
                                ? table(heads, rows.subList(0, Math.min(ROWS_MAX, rows.size())), width)
                                : drawing.height() + 3 * LINE))
                .map(height -> Math.min(HEIGHT_MAX, height))
                .toList();
    }

    private static int table(List<String> heads, List<List<Cell>> rows, int width) {
        boolean stacked = width < 640;
        int lines = stacked ? 0 : 2;
        for (List<Cell> row : rows) {
            int tallest = 0;
            int all = 0;
            int columns = Math.min(COLUMNS_MAX, row.size());
            for (int i = 0; i < columns; i++) {
                int characters =
                        characters(row.get(i)) + (stacked ? heads.get(i).length() : 0);
                int share = stacked ? width : width / columns;
                int cell = (int) Math.max(1, Math.ceil(characters / (share * CHARACTERS)));
                tallest = Math.max(tallest, cell);
                all += cell;
            }
            lines += stacked ? all : tallest;
        }
        return lines * LINE + rows.size() * BETWEEN_ROWS;
    }

    private static int characters(Cell cell) {
        return Stream.concat(Stream.of(cell), cell.more().stream())
                .mapToInt(each -> each.text().length() + 2)
                .sum();
    }
}

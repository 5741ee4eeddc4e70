package org.werkgraaf.web.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.ontology.OntologyPage.Words;

/**
 * The chief classes as boxes on a grid, with the links between them; a template writes it as SVG.
 *
 * @param boxes the classes
 * @param arrows the links
 * @param width of the drawing
 * @param height of the drawing
 */
public record Diagram(List<Box> boxes, List<Arrow> arrows, int width, int height) {
    private static final int BOX_WIDTH = 204;
    private static final int BOX_HEIGHT = 60;
    private static final int COLUMN = 388;
    private static final int ROW = 170;
    private static final int EDGE = 8;

    /**
     * @param words names of the class
     * @param things how many there are
     * @param x left side
     * @param y upper side
     */
    public record Box(Words words, long things, int x, int y) {
        /** Its width. */
        public int width() {
            return BOX_WIDTH;
        }

        /** Its height. */
        public int height() {
            return BOX_HEIGHT;
        }

        /** Where its names stand. */
        public int middleX() {
            return x + BOX_WIDTH / 2;
        }

        int middleY() {
            return y + BOX_HEIGHT / 2;
        }
    }

    /**
     * @param words names of the property
     * @param count how many such links there are
     * @param x1 where it begins
     * @param y1 where it begins
     * @param x2 where its point is
     * @param y2 where its point is
     */
    public record Arrow(Words words, long count, int x1, int y1, int x2, int y2) {
        /** Where its label stands. */
        public int labelX() {
            return (x1 + x2) / 2;
        }

        /** Where its label stands: above the line, so that both can be read. */
        public int labelY() {
            return (y1 + y2) / 2 - (y1 == y2 ? 8 : 0);
        }
    }

    /**
     * @param drawing where each class stands, and what links them
     * @param term finds a term by its local name
     * @param usage how it is used
     */
    static Diagram of(Presentation.Drawing drawing, Function<String, Words> term, Usage usage) {
        List<List<String>> grid = drawing.grid();
        List<Box> boxes = new ArrayList<>();
        for (int row = 0; row < grid.size(); row++) {
            for (int column = 0; column < grid.get(row).size(); column++) {
                String name = grid.get(row).get(column);
                boxes.add(new Box(
                        term.apply(name),
                        usage.things(NodeFactory.createURI(Wg.NS + name)),
                        EDGE + column * COLUMN,
                        EDGE + row * ROW));
            }
        }
        Map<String, Box> byName =
                boxes.stream().collect(Collectors.toMap(box -> box.words().name(), box -> box));
        List<Arrow> arrows = drawing.arrows().stream()
                .filter(link -> byName.containsKey(link.get(0)) && byName.containsKey(link.get(2)))
                .map(link -> arrow(link, byName, term, usage))
                .filter(arrow -> arrow.count() > 0)
                .toList();
        int columns = grid.stream().mapToInt(List::size).max().orElse(1);
        return new Diagram(
                boxes,
                arrows,
                2 * EDGE + (columns - 1) * COLUMN + BOX_WIDTH,
                2 * EDGE + Math.max(0, grid.size() - 1) * ROW + BOX_HEIGHT);
    }

    private static Arrow arrow(List<String> link, Map<String, Box> boxes, Function<String, Words> term, Usage usage) {
        Box from = Objects.requireNonNull(boxes.get(link.get(0)));
        Box to = Objects.requireNonNull(boxes.get(link.get(2)));
        int[] start = border(from, to);
        int[] end = border(to, from);
        long count = usage.links(new Usage.Link(
                NodeFactory.createURI(from.words().iri()),
                NodeFactory.createURI(Wg.NS + link.get(1)),
                NodeFactory.createURI(to.words().iri())));
        return new Arrow(term.apply(link.get(1)), count, start[0], start[1], end[0], end[1]);
    }

    /** Where the line from the middle of a box to that of another leaves the box. */
    private static int[] border(Box from, Box to) {
        double dx = to.middleX() - from.middleX();
        double dy = to.middleY() - from.middleY();
        double reach = Math.min(
                dx == 0 ? Double.MAX_VALUE : (BOX_WIDTH / 2.0 + 4) / Math.abs(dx),
                dy == 0 ? Double.MAX_VALUE : (BOX_HEIGHT / 2.0 + 4) / Math.abs(dy));
        return new int[] {(int) Math.round(from.middleX() + dx * reach), (int) Math.round(from.middleY() + dy * reach)};
    }
}

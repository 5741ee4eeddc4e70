package org.werkgraaf.picture;

/** The corners of signs. */
final class Corners {
    private Corners() {}

    /** As x and y each; none for a circle. */
    static double[][] of(Mark.Sign sign) {
        double x = sign.x();
        double y = sign.y();
        double r = sign.radius();
        double half = r * 0.9;
        return switch (sign.form()) {
            case CIRCLE -> new double[0][];
            case SQUARE ->
                new double[][] {{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}};
            case TRIANGLE -> new double[][] {{x, y - r}, {x + r, y + half}, {x - r, y + half}};
            case DIAMOND -> new double[][] {{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}};
        };
    }
}

package org.plateau.charts;

/** A rectangle on the page, in pixels; y grows downwards. */
record Box(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    Box inset(double margin) {
        return cut(margin, margin, margin, margin);
    }

    Box cut(double top, double right, double bottom, double left) {
        return new Box(x + left, y + top, width - left - right, height - top - bottom);
    }

    boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean holds(Box other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }
}

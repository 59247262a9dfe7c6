package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plateau.charts.Examples.ACCURACY;
import static org.plateau.charts.Examples.MFLOPS;
import static org.plateau.charts.Examples.completed;
import static org.plateau.charts.Examples.measured;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SearchFigureTest {
    private static final Box PAGE = new Box(0, 0, SearchFigure.WIDTH, SearchFigure.HEIGHT);

    @Test
    void bothChartsStandBelowTitleAndSubtitle() {
        Drawing drawing = draw(Examples.search(100, new Random(1)));

        assertThat(drawing.ofClass("curve")).hasSize(100);
        assertThat(drawing.elements("circle").stream()
                        .filter(e -> e.getAttribute("class").matches("(network|member) .*")))
                .hasSize(100);
        assertThat(drawing.texts()).startsWith("A search", "62 % of epochs saved");
        assertThat(drawing.document().getDocumentElement().getAttribute("viewBox"))
                .isEqualTo("0 0 1100 480");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "3, 24", "4, 100", "5, 100", "6, 400"})
    void noTextIsCutOffOrCoversAnother(long seed, int networks) {
        Drawing drawing = draw(Examples.search(networks, new Random(seed)));

        assertThat(drawing.texts()).hasSizeGreaterThan(10);
        drawing.assertThatTextsStandApartOn(PAGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-4, 0.1, 1e3, 1e7, 1e12, 1e30})
    void noCostIsTooLongToBeWritten(double step) {
        List<FrontPoint> points = List.of(
                measured("a", 90, 123.456 + step, true),
                measured("b", 93, 123.456 + 2 * step, true),
                measured("c", 94, 123.456 + 5 * step, true));
        ParetoFrontChart front = new ParetoFrontChart(ACCURACY, MFLOPS, points, true);

        Drawing drawing = draw(
                new SearchFigure("t", "s", Examples.search(3, new Random(1)).curves(), front));

        drawing.assertThatTextsStandApartOn(PAGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySignLiesOnThePage(long seed) {
        Drawing drawing = draw(Examples.search(60, new Random(seed)));

        for (Element circle : drawing.elements("circle")) {
            double radius = Double.parseDouble(circle.getAttribute("r"));
            double x = Double.parseDouble(circle.getAttribute("cx"));
            double y = Double.parseDouble(circle.getAttribute("cy"));
            assertThat(PAGE.holds(new Box(x, y, 0, 0).inset(-radius)))
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    @Test
    void hostileNamesStayText() {
        String hostile = "</text><script>alert(\"1\")</script>&amp; ]]> \u0000\u0001\uD800 '\" 🜁";
        SearchFigure figure = new SearchFigure(
                hostile,
                hostile,
                new LearningCurvesChart(ACCURACY, 2, List.of(completed(hostile, 50, 60))),
                new ParetoFrontChart(ACCURACY, MFLOPS, List.of(measured(hostile, 60, 10, true)), true));

        Drawing drawing = draw(figure);

        assertThat(drawing.elements("script")).isEmpty();
        assertThat(drawing.texts()).contains("</text><script>alert(\"1\")</script>&amp; ]]> \uFFFD\uFFFD\uFFFD '\" 🜁");
        assertThat(drawing.document().getDocumentElement().getAttribute("aria-label"))
                .startsWith("</text><script>alert(");
    }

    @Test
    void aLongTitleEndsInAnEllipsisInsideThePage() {
        SearchFigure figure = Examples.search(3, new Random(1));
        SearchFigure wordy = new SearchFigure("Wide ".repeat(200), "W".repeat(500), figure.curves(), figure.front());

        Drawing drawing = draw(wordy);

        assertThat(drawing.texts().subList(0, 2)).allMatch(text -> text.endsWith("…"));
        drawing.assertThatTextsStandApartOn(PAGE);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theDocumentStandsAlone(Theme theme) {
        String svg = Examples.search(20, new Random(7)).svg(SearchFigure.WIDTH, SearchFigure.HEIGHT, theme);

        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "url(", " id=", "<style", "<script", "<!DOCTYPE", "<image");
        assertThat(svg).contains("font-family=\"sans-serif\"", "fill=\"" + theme.background() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void theSameSearchGivesTheSameBytesWhateverTheLocale(String language) {
        Locale before = Locale.getDefault();
        String expected = Examples.search(40, new Random(3)).svg(1100, 480, Theme.LIGHT);
        try {
            Locale.setDefault(Locale.forLanguageTag(language));

            assertThat(Examples.search(40, new Random(3)).svg(1100, 480, Theme.LIGHT))
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anEmptySearchSaysTwiceThatThereIsNothing() {
        assertThat(draw(Examples.search(0, new Random(1))).texts())
                .filteredOn("no data"::equals)
                .hasSize(2);
    }

    @Test
    void aPageTooSmallForAxesIsRefused() {
        assertThatThrownBy(() -> Examples.search(1, new Random(1)).svg(100, 50, Theme.LIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A figure must be at least 320 × 240 pixels, but was 100 × 50");
    }

    private static Drawing draw(SearchFigure figure) {
        return Drawing.of(figure.svg(SearchFigure.WIDTH, SearchFigure.HEIGHT, Theme.LIGHT));
    }
}

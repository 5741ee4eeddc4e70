package org.werkgraaf.picture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {
    private static final Sheet.Heading HEADING =
            new Sheet.Heading("Fines <by year>", "Amounts in EUR", List.of("Not all fines."), "Source: Werkgraaf");

    @Test
    void barsOfOneSizeBeginAtNoughtAndHaveTheirLength() throws Exception {
        Document svg = svg(chart(20, 10, 5).draw());

        List<Double> widths = elements(svg, "rect").stream()
                .filter(rect -> rect.getAttribute("height").equals("18"))
                .map(rect -> Double.parseDouble(rect.getAttribute("width")))
                .toList();
        assertThat(widths).hasSize(3);
        assertThat(widths.get(0) / widths.get(1)).isBetween(1.99, 2.01);
        assertThat(widths.get(0) / widths.get(2)).isBetween(3.98, 4.02);
        assertThat(texts(svg)).contains("20", "10", "5").noneMatch(text -> text.startsWith("Logarithmic"));
    }

    @Test
    void numbersThatDifferAThousandTimesAreDotsOnAScaleThatSaysSo() throws Exception {
        Document svg = svg(chart(825_000_000, 1_000_000, 45_000).draw());

        List<Double> dots = elements(svg, "circle").stream()
                .map(dot -> Double.parseDouble(dot.getAttribute("cx")))
                .toList();
        assertThat(dots).hasSize(3);
        // From ten thousand to a billion are five steps of one length.
        double step = (dots.get(1) - dots.get(2)) / (Math.log10(1_000_000) - Math.log10(45_000));
        assertThat((dots.get(0) - dots.get(1)) / (Math.log10(825_000_000) - 6)).isBetween(step - 0.5, step + 0.5);
        assertThat(texts(svg)).contains("Logarithmic scale.", "825000000", "45000", "10000", "1000000000");
        assertThat(elements(svg, "desc").get(0).getTextContent()).contains("Logarithmic scale.", "row 3: 45000.");
    }

    @Test
    void whatIsToComeStandsRightOfThePresentDayAndWhatIsPastLeft() throws Exception {
        double today = 0.7131;
        List<TimeChart.Event> events = IntStream.range(0, 400)
                .mapToObj(i -> i / 399.0)
                .map(place -> new TimeChart.Event(place, "event", place > today))
                .toList();
        // The second lane has circles.
        List<TimeChart.Lane> lanes = List.of(new TimeChart.Lane("Law", List.of()), new TimeChart.Lane("Cases", events));
        Document svg = svg(new TimeChart(HEADING, lanes, List.of(), "to come", "today", today).draw());

        double line = elements(svg, "line").stream()
                .filter(each -> each.getAttribute("stroke").equals("#a0560b"))
                .mapToDouble(each -> Double.parseDouble(each.getAttribute("x1")))
                .findFirst()
                .orElseThrow();
        List<Element> signs = elements(svg, "circle").stream()
                .filter(each -> each.getAttribute("r").equals("4.6"))
                .toList();
        assertThat(signs).hasSizeGreaterThan(300);
        assertThat(signs)
                .allSatisfy(sign -> assertThat(Double.parseDouble(sign.getAttribute("cx")) > line)
                        .isEqualTo(sign.getAttribute("fill").equals(Sheet.PAPER)));
    }

    @Test
    void aSingleNumberIsWrittenLargeAndNotDrawnAsABar() throws Exception {
        Document svg = svg(chart(7).draw());

        assertThat(elements(svg, "circle")).isEmpty();
        assertThat(elements(svg, "text").stream()
                        .filter(text -> text.getTextContent().equals("7"))
                        .map(text -> text.getAttribute("font-size")))
                .containsExactly("60");
    }

    @Test
    void nothingToDrawIsSaidByAnEmptyChart() throws Exception {
        assertThat(texts(svg(chart().draw()))).contains("Fines <by year>", "Source: Werkgraaf");
    }

    @Test
    void titleUnitNotesSourceAndWordsForTheBlindAreInTheFile() throws Exception {
        Document svg = svg(chart(20, 10).draw());

        assertThat(texts(svg)).contains("Fines <by year>", "Amounts in EUR", "Not all fines.", "Source: Werkgraaf");
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(elements(svg, "title").get(0).getTextContent()).isEqualTo("Fines <by year>");
        assertThat(elements(svg, "desc").get(0).getTextContent()).contains("row 1: 20. row 2: 10.");
    }

    @Test
    void longNamesAreCutAndStayOnTheSheet() throws Exception {
        RowChart chart = new RowChart(
                HEADING,
                List.of("x"),
                List.of(row("a very long name ".repeat(20), 3), row("\u0000b & c", 2)),
                tick -> Double.toString(tick),
                "Logarithmic scale.");

        assertThat(texts(svg(chart.draw())))
                .anyMatch(text -> text.endsWith("…"))
                .contains("\uFFFDb & c");
    }

    @Test
    void theGridWritesEachNumberIntoItsCell() throws Exception {
        Sheet sheet = new GridChart(
                        HEADING,
                        List.of("privacy", "health"),
                        List.of(new GridChart.Row(
                                "camera", List.of(new GridChart.Cell(12, "12"), new GridChart.Cell(0, "–")))))
                .draw();

        assertThat(texts(svg(sheet))).contains("privacy", "health", "camera", "12", "–");
        assertThat(sheet.alternative()).contains("camera × privacy: 12").doesNotContain("camera × health");
    }

    @Test
    void fewEventsHaveTheirNamesAndManyAreStacked() throws Exception {
        assertThat(texts(svg(events(3).draw()))).contains("event 0", "event 2");
        Document many = svg(events(500).draw());
        assertThat(texts(many)).doesNotContain("event 0").anyMatch(text -> text.startsWith("+"));
        assertThat(texts(many)).contains("Cases");
    }

    @Test
    void aPngHasTheSizeOfPrintAndSaysWhatItShows() throws IOException {
        Sheet sheet = chart(20, 10, 5).draw();

        byte[] file = PngFile.of(sheet, 2400, 10_000);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(image.getWidth()).isEqualTo(2400);
        assertThat(image.getHeight()).isEqualTo(PngFile.height(sheet, 2400));
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Element size = (Element) root.getElementsByTagName("pHYs").item(0);
            assertThat(Math.round(Integer.parseInt(size.getAttribute("pixelsPerUnitXAxis")) * 0.0254))
                    .isEqualTo(PngFile.DOTS_PER_INCH);
            NodeList texts = root.getElementsByTagName("iTXtEntry");
            assertThat(IntStream.range(0, texts.getLength())
                            .mapToObj(i -> ((Element) texts.item(i)).getAttribute("text")))
                    .contains("Fines <by year>", sheet.alternative(), "Source: Werkgraaf");
        }
    }

    @Test
    void lettersAreDrawn() throws IOException {
        Sheet words = new RowChart(HEADING, List.of("x"), List.of(), tick -> "", "").draw();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngFile.of(words, 1000, 10_000)));

        long dark = IntStream.range(24, 60)
                .flatMap(y -> IntStream.range(24, 300).map(x -> image.getRGB(x, y) & 0xff))
                .filter(blue -> blue < 0x60)
                .count();
        assertThat(dark).isGreaterThan(500);
    }

    /** Java finds fonts with libraries that a bare container does not have. */
    @Test
    void noFontOfTheMachineIsAskedFor() {
        noClasses()
                .that()
                .resideInAPackage("org.werkgraaf.picture..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.awt\\.(Font|FontMetrics|GraphicsEnvironment|font\\..*)")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.werkgraaf.picture"));
    }

    @Test
    void stopsWhenAPictureTakesTooLong() {
        Sheet sheet = chart(20, 10, 5).draw();

        assertThatThrownBy(() -> PngFile.of(sheet, 2400, -1)).isInstanceOf(DrawingTimeException.class);
    }

    private static RowChart chart(double... numbers) {
        return new RowChart(
                HEADING,
                List.of("x"),
                IntStream.range(0, numbers.length)
                        .mapToObj(i -> row("row " + (i + 1), numbers[i]))
                        .toList(),
                tick -> Long.toString(Math.round(tick)),
                "Logarithmic scale.");
    }

    private static RowChart.Row row(String label, double number) {
        return new RowChart.Row(label, List.of(new RowChart.Value(number, Long.toString(Math.round(number)))));
    }

    private static TimeChart events(int count) {
        return new TimeChart(
                HEADING,
                List.of(new TimeChart.Lane(
                        "Cases",
                        IntStream.range(0, count)
                                .mapToObj(i -> new TimeChart.Event(i % 3 / 3.0, "event " + i, false))
                                .toList())),
                List.of(new TimeChart.Tick(0, "2020")),
                "to come",
                "today",
                0.5);
    }

    private static Document svg(Sheet sheet) throws Exception {
        byte[] file = SvgFile.of(sheet);
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("style=", "href", "<script");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }
}

package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** An SVG document as a reader's parser sees it. */
record Drawing(Document document) {
    static Drawing of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Drawing(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: " + svg, e);
        }
    }

    List<Element> elements(String name) {
        var nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The elements whose class attribute has all of these words. */
    List<Element> ofClass(String words) {
        List<String> wanted = Arrays.asList(words.split(" "));
        return elements("*").stream()
                .filter(e -> Arrays.asList(e.getAttribute("class").split(" ")).containsAll(wanted))
                .toList();
    }

    List<String> texts() {
        return elements("text").stream().map(Node::getTextContent).toList();
    }

    /** Asks that no text is cut off by the page's edge or covers another, each taken as wide as it is at most. */
    void assertThatTextsStandApartOn(Box page) {
        List<Box> boxes = elements("text").stream().map(Drawing::box).toList();
        assertThat(boxes).isNotEmpty();
        for (int i = 0; i < boxes.size(); i++) {
            String words = texts().get(i);
            assertThat(page.holds(boxes.get(i))).as("on the page: %s", words).isTrue();
            assertThat(boxes.subList(0, i)).as("under: %s", words).noneMatch(boxes.get(i)::overlaps);
        }
    }

    private static Box box(Element text) {
        double size = Double.parseDouble(inherited(text, "font-size"));
        double width = Words.width(text.getTextContent(), size)
                * (inherited(text, "font-weight").isEmpty() ? 1 : 1.15);
        double shift =
                switch (inherited(text, "text-anchor")) {
                    case "middle" -> width / 2;
                    case "end" -> width;
                    default -> 0;
                };
        double x = Double.parseDouble(text.getAttribute("x")) - shift;
        double y = Double.parseDouble(text.getAttribute("y")) - 0.75 * size;
        String turn = inherited(text, "transform");
        if (turn.isEmpty()) {
            return new Box(x, y, width, size);
        }
        String[] moved =
                turn.replaceAll("translate\\(([^)]*)\\) rotate\\(-90\\)", "$1").split(" ", 2);
        return new Box(Double.parseDouble(moved[0]) + y, Double.parseDouble(moved[1]) - x - width, size, width);
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element here; node = node.getParentNode()) {
            if (here.hasAttribute(attribute)) {
                return here.getAttribute(attribute);
            }
        }
        return "";
    }
}

package org.plateau.charts;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG elements; the JDK's XML writer escapes and balances them. */
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter xml;

    private Svg(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * A document with a background, filled by {@code content}.
     *
     * @param summary a sentence for those who cannot see the drawing
     */
    static String document(int width, int height, String summary, Theme theme, Consumer<Svg> content) {
        if (width < 320 || height < 240) {
            throw new IllegalArgumentException(
                    "A figure must be at least 320 × 240 pixels, but was %d × %d".formatted(width, height));
        }
        StringWriter out = new StringWriter();
        try {
            // The JDK's own factory whatever else is on the class path, so that the characters are always the same.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            Svg svg = new Svg(xml);
            svg.open(
                    "svg",
                    "xmlns",
                    NAMESPACE,
                    "width",
                    width,
                    "height",
                    height,
                    "viewBox",
                    "0 0 " + width + " " + height,
                    "font-family",
                    "sans-serif",
                    "role",
                    "img",
                    "aria-label",
                    summary);
            svg.element("rect", "width", width, "height", height, "fill", theme.background());
            content.accept(svg);
            svg.close();
            xml.flush();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
        return out.append('\n').toString();
    }

    /** Opens an element; attributes are names and values in turn, numbers are shortened to hundredths. */
    void open(String name, Object... attributes) {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute((String) attributes[i], attribute(attributes[i + 1]));
            }
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    void close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
    }

    void element(String name, Object... attributes) {
        open(name, attributes);
        close();
    }

    /** An element with a text that shows when the pointer rests on it. */
    void titled(String title, String name, Object... attributes) {
        open(name, attributes);
        characters("title", title);
        close();
    }

    /** A line of text at its baseline. */
    void text(String content, double x, double y, Object... attributes) {
        open("g", attributes);
        characters("text", content, "x", x, "y", y);
        close();
    }

    private void characters(String name, String content, Object... attributes) {
        open(name, attributes);
        try {
            xml.writeCharacters(legal(content));
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        }
        close();
    }

    private static String attribute(Object value) {
        return value instanceof Number number ? number(number.doubleValue()) : legal(value.toString());
    }

    /** A coordinate in hundredths of a pixel, as short as can be. */
    static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What XML 1.0 cannot hold (control characters, halves of surrogate pairs) becomes the replacement character. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c ->
                        c == '\t' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static IllegalStateException notWellFormed(XMLStreamException cause) {
        return new IllegalStateException("A drawing was not well-formed XML: " + cause.getMessage(), cause);
    }
}

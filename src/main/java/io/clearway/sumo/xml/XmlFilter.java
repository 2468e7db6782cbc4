package io.clearway.sumo.xml;

import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.SimulationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Copies XML element by element; a rule decides what is copied. */
public final class XmlFilter {
    private static final int BUFFER_BYTES = 1 << 16;
    private final String given;
    private final Rule rule;
    private final XMLStreamWriter out;

    private XmlFilter(String given, Rule rule, XMLStreamWriter out) {
        this.given = given;
        this.rule = rule;
        this.out = out;
    }

    /** What is copied. */
    public interface Rule {
        /** Whether the file may have this root element. */
        boolean isRoot(String element);

        /** Whether an element is copied, with those in it that are copied themselves. */
        boolean keeps(Element element);

        /** Called for each element within one that is left out. */
        default void leftOut(Element within) {}

        /** Value of an attribute in the copy; empty: the attribute is left out. */
        Optional<String> attribute(String element, String name, String value);

        /** Called before each element right below the root: files whose content is inserted before it. */
        default List<Path> before(String element) {
            return List.of();
        }
    }

    /** An element that is being read. */
    public record Element(String name, XMLStreamReader reader) {
        public String text(String attribute, String absent) {
            String value = reader.getAttributeValue(null, attribute);
            return value == null ? absent : value;
        }

        public int line() {
            return reader.getLocation().getLineNumber();
        }
    }

    /**
     * Copies a file.
     *
     * @param given the user's name of the file
     * @throws InvalidSetting when it is not XML, has a document type, includes other files, or has another root element
     */
    public static void copy(String given, Path from, Path to, Rule rule) {
        try (OutputStream stream = Files.newOutputStream(to)) {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new XmlFilter(given, rule, out).copy(from, true);
            out.writeEndDocument();
            out.close();
        } catch (IOException | XMLStreamException failed) {
            throw new SimulationException("Cannot copy %s: %s".formatted(given, failed), failed);
        }
    }

    private void copy(Path from, boolean withRoot) throws IOException, XMLStreamException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(from), BUFFER_BYTES)) {
            XMLStreamReader in = reader(stream);
            try {
                copyElements(in, withRoot);
            } finally {
                in.close();
            }
        }
    }

    private XMLStreamReader reader(InputStream stream) {
        try {
            return XmlElements.hardened().createXMLStreamReader(stream);
        } catch (XMLStreamException broken) {
            throw invalid(1, "it is not XML: " + broken.getMessage());
        }
    }

    private void copyElements(XMLStreamReader in, boolean withRoot) throws IOException, XMLStreamException {
        int depth = 0;
        while (hasNext(in)) {
            switch (next(in)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    boolean outer = depth == 0;
                    if ((outer && !withRoot) || enter(in, outer, depth == 1)) {
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth > 0 || withRoot) {
                        out.writeEndElement();
                        out.writeCharacters("\n");
                    }
                }
                case XMLStreamConstants.DTD ->
                    throw invalid(in.getLocation().getLineNumber(), "it has a document type; remove the <!DOCTYPE …>");
                default -> {
                    // text and comments have no meaning to SUMO
                }
            }
        }
    }

    /** Copies the start of an element; one that is left out is read to its end. */
    private boolean enter(XMLStreamReader in, boolean root, boolean top) throws IOException, XMLStreamException {
        Element element = new Element(in.getLocalName(), in);
        if (root && !rule.isRoot(element.name())) {
            throw invalid(element.line(), "it begins with <%s>; give a file of its kind".formatted(element.name()));
        }
        if (element.name().equals("include")) {
            throw invalid(element.line(), "it includes another file by <include>; insert the content instead");
        }
        if (top) {
            for (Path inserted : rule.before(element.name())) {
                copy(inserted, false);
            }
        }
        if (!root && !rule.keeps(element)) {
            skip(in);
            return false;
        }
        out.writeStartElement(element.name());
        for (int i = 0; i < in.getAttributeCount(); i++) {
            writeAttribute(in, i, element.name());
        }
        return true;
    }

    private void writeAttribute(XMLStreamReader in, int i, String element) throws XMLStreamException {
        String namespace = in.getAttributeNamespace(i);
        if (namespace == null || namespace.isEmpty()) {
            String name = in.getAttributeLocalName(i);
            Optional<String> value = rule.attribute(element, name, in.getAttributeValue(i));
            if (value.isPresent()) {
                out.writeAttribute(name, value.get());
            }
        }
    }

    private void skip(XMLStreamReader in) {
        for (int depth = 1; depth > 0 && hasNext(in); ) {
            int event = next(in);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                rule.leftOut(new Element(in.getLocalName(), in));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private boolean hasNext(XMLStreamReader in) {
        try {
            return in.hasNext();
        } catch (XMLStreamException broken) {
            throw malformed(broken);
        }
    }

    private int next(XMLStreamReader in) {
        try {
            return in.next();
        } catch (XMLStreamException broken) {
            throw malformed(broken);
        }
    }

    private InvalidSetting malformed(XMLStreamException broken) {
        return invalid(broken.getLocation().getLineNumber(), "it is not well-formed XML: " + broken.getMessage());
    }

    private InvalidSetting invalid(int line, String hint) {
        return new InvalidSetting(given, "line " + line, hint);
    }
}

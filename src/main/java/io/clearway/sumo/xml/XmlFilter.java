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

/** Copies XML element by element, so that only what a rule lets through arrives. */
public final class XmlFilter {
    private final String given;
    private final Rule rule;
    private final XMLStreamWriter out;

    private XmlFilter(String given, Rule rule, XMLStreamWriter out) {
        this.given = given;
        this.rule = rule;
        this.out = out;
    }

    /** What may pass. */
    public interface Rule {
        /** Outermost element that the file must have, in words for people too. */
        boolean isRoot(String element);

        /** Whether an element goes on, with all in it that goes on by itself. */
        boolean keeps(Element element);

        /** Value of an attribute in the copy; empty: it is left out. */
        Optional<String> attribute(String element, String name, String value);

        /** Asked before each element right below the outermost: files whose content comes in before it. */
        default List<Path> before(String element) {
            return List.of();
        }
    }

    /** An element while it is read. */
    public record Element(String name, XMLStreamReader reader) {
        public String text(String attribute, String otherwise) {
            String value = reader.getAttributeValue(null, attribute);
            return value == null ? otherwise : value;
        }

        public int line() {
            return reader.getLocation().getLineNumber();
        }
    }

    /**
     * Copies a file.
     *
     * @param given what the user calls the file
     * @throws InvalidSetting when it is no XML, has a document type, takes in other files, or has another root
     */
    public static void copy(String given, Path from, Path to, Rule rule) {
        try (OutputStream stream = Files.newOutputStream(to)) {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new XmlFilter(given, rule, out).pour(from, true);
            out.writeEndDocument();
            out.close();
        } catch (IOException | XMLStreamException failed) {
            throw new SimulationException("Cannot copy %s: %s".formatted(given, failed), failed);
        }
    }

    private void pour(Path from, boolean withRoot) throws IOException, XMLStreamException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(from), 1 << 16)) {
            XMLStreamReader in = reader(stream);
            try {
                pass(in, withRoot);
            } finally {
                in.close();
            }
        }
    }

    private XMLStreamReader reader(InputStream stream) {
        try {
            return XmlElements.hardened().createXMLStreamReader(stream);
        } catch (XMLStreamException broken) {
            throw refused(1, "it is no XML: " + broken.getMessage());
        }
    }

    private void pass(XMLStreamReader in, boolean withRoot) throws IOException, XMLStreamException {
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
                    throw refused(
                            in.getLocation().getLineNumber(), "it has a document type; take the <!DOCTYPE …> out");
                default -> {
                    // text, comments and the like mean nothing to SUMO
                }
            }
        }
    }

    /** Copies the start of an element; one that is not kept is read to its end instead. */
    private boolean enter(XMLStreamReader in, boolean root, boolean top) throws IOException, XMLStreamException {
        Element element = new Element(in.getLocalName(), in);
        if (root && !rule.isRoot(element.name())) {
            throw refused(element.line(), "it begins with <%s>; give a file of its kind".formatted(element.name()));
        }
        if (element.name().equals("include")) {
            throw refused(element.line(), "it takes in another file by <include>; put the content in instead");
        }
        if (top) {
            for (Path more : rule.before(element.name())) {
                pour(more, false);
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
        return refused(broken.getLocation().getLineNumber(), "it is no sound XML: " + broken.getMessage());
    }

    private InvalidSetting refused(int line, String mend) {
        return new InvalidSetting(given, "line " + line, mend);
    }
}

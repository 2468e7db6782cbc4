package io.clearway.sumo.xml;

import io.clearway.simulation.SimulationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XML file from top to bottom, read without document type and external entities. Every error is a
 * {@link SimulationException} that names file and line.
 */
public final class XmlElements implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private final Path file;
    private final InputStream stream;
    private final XMLStreamReader reader;

    private XmlElements(Path file, InputStream stream, XMLStreamReader reader) {
        this.file = file;
        this.stream = stream;
        this.reader = reader;
    }

    /** Creates readers that resolve neither document types nor external entities. */
    static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    public static XmlElements open(Path file) {
        XMLInputFactory factory = hardened();
        try {
            InputStream stream = stream(file);
            try {
                return new XmlElements(file, stream, factory.createXMLStreamReader(stream));
            } catch (XMLStreamException broken) {
                stream.close();
                throw new SimulationException("%s is not XML: %s".formatted(file, broken.getMessage()), broken);
            }
        } catch (IOException unreadable) {
            throw new SimulationException("Cannot read %s: %s".formatted(file, unreadable), unreadable);
        }
    }

    private static InputStream stream(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
    }

    /** Goes to the outermost element, which must be the named one. */
    public void root(String name, String kind) {
        if (!next() || !name().equals(name)) {
            throw error("is no %s: it begins with <%s>, not <%s>".formatted(kind, name(), name));
        }
    }

    /** Goes to the outermost element, whatever it is. */
    public void anyRoot() {
        if (!next()) {
            throw error("is empty");
        }
    }

    /** Goes to the next element's start; false at the end of the file. */
    public boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
                if (event == XMLStreamConstants.DTD) {
                    throw error("has a document type, which is not allowed");
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw malformed(broken);
        }
    }

    public String name() {
        return reader.getLocalName();
    }

    /** A required attribute. */
    public String text(String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        if (value == null) {
            throw error("<%s> lacks '%s'".formatted(name(), attribute));
        }
        return value;
    }

    public String text(String attribute, String absent) {
        String value = find(attribute);
        return value == null ? absent : value;
    }

    private @Nullable String find(String attribute) {
        return reader.getAttributeValue(null, attribute);
    }

    public double number(String attribute) {
        String value = text(attribute);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException noNumber) {
            throw error("<%s> has %s=\"%s\", which is not a number".formatted(name(), attribute, value));
        }
    }

    public double number(String attribute, double absent) {
        return find(attribute) == null ? absent : number(attribute);
    }

    public int integer(String attribute) {
        String value = text(attribute);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw error("<%s> has %s=\"%s\", which is not an integer".formatted(name(), attribute, value));
        }
    }

    /** The present element with all elements in it; afterwards the reader is at that element's end. */
    public XmlTree tree() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        String name = name();
        List<XmlTree> children = new ArrayList<>();
        try {
            int event = reader.next();
            while (event != XMLStreamConstants.END_ELEMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    children.add(tree());
                }
                event = reader.next();
            }
        } catch (XMLStreamException broken) {
            throw malformed(broken);
        }
        return new XmlTree(name, attributes, children);
    }

    private SimulationException malformed(XMLStreamException broken) {
        return new SimulationException(
                "%s, line %d: not well-formed XML, or cut off: %s"
                        .formatted(file, broken.getLocation().getLineNumber(), broken.getMessage()),
                broken);
    }

    public SimulationException error(String message) {
        return new SimulationException(
                "%s, line %d: %s".formatted(file, reader.getLocation().getLineNumber(), message));
    }

    @Override
    public void close() {
        try (stream) {
            reader.close();
        } catch (IOException | XMLStreamException ignored) {
            // the file was only read
        }
    }
}

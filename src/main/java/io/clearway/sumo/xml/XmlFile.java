package io.clearway.sumo.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML file: one root element with elements in it. */
public final class XmlFile implements AutoCloseable {
    private final OutputStream stream;
    private final XMLStreamWriter writer;

    private XmlFile(OutputStream stream, XMLStreamWriter writer) {
        this.stream = stream;
        this.writer = writer;
    }

    public static XmlFile create(Path file, String root) throws IOException, XMLStreamException {
        OutputStream stream = Files.newOutputStream(file);
        XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement(root);
        return new XmlFile(stream, writer);
    }

    public XmlFile element(String name) throws XMLStreamException {
        writer.writeCharacters("\n    ");
        writer.writeEmptyElement(name);
        return this;
    }

    /** Begins an element with others in it, up to {@link #end}. */
    public XmlFile begin(String name) throws XMLStreamException {
        writer.writeCharacters("\n    ");
        writer.writeStartElement(name);
        return this;
    }

    public XmlFile end() throws XMLStreamException {
        writer.writeCharacters("\n    ");
        writer.writeEndElement();
        return this;
    }

    /** Adds an attribute to the last element. */
    public XmlFile with(String attribute, String value) throws XMLStreamException {
        writer.writeAttribute(attribute, value);
        return this;
    }

    public XmlFile with(String attribute, double value) throws XMLStreamException {
        return with(attribute, Double.toString(value));
    }

    public XmlFile with(String attribute, int value) throws XMLStreamException {
        return with(attribute, Integer.toString(value));
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        try (stream) {
            writer.writeCharacters("\n");
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        }
    }
}

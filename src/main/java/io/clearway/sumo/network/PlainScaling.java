package io.clearway.sumo.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Scales plain nodes and edges: coordinates, shapes and lengths times a factor. */
final class PlainScaling {
    private static final Set<String> SCALED = Set.of("x", "y", "z", "length");
    private static final String SHAPE = "shape";
    private final double factor;

    PlainScaling(double factor) {
        this.factor = factor;
    }

    /** Copies a file of nodes or edges. */
    void copy(Path from, Path to) throws IOException {
        XMLInputFactory input = XMLInputFactory.newDefaultFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            XMLEventReader reader = input.createXMLEventReader(in);
            XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
            while (reader.hasNext()) {
                writer.add(scaled(reader.nextEvent()));
            }
            writer.close();
        } catch (XMLStreamException | NumberFormatException broken) {
            throw new IOException("%s cannot be scaled: %s".formatted(from, broken.getMessage()), broken);
        }
    }

    private XMLEvent scaled(XMLEvent event) {
        if (!event.isStartElement()) {
            return event;
        }
        XMLEventFactory events = XMLEventFactory.newDefaultFactory();
        StartElement element = event.asStartElement();
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute one = all.next();
            attributes.add(
                    events.createAttribute(one.getName(), scaled(one.getName().getLocalPart(), one.getValue())));
        }
        return events.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    private String scaled(String attribute, String value) {
        if (SCALED.contains(attribute)) {
            return scaled(value);
        }
        if (!attribute.equals(SHAPE)) {
            return value;
        }
        return Arrays.stream(value.trim().split("\\s+", -1))
                .map(point ->
                        Arrays.stream(point.split(",", -1)).map(this::scaled).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    private String scaled(String number) {
        return Double.toString(Double.parseDouble(number) * factor);
    }
}

package io.clearway.judge;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of an XML file in their order, each with its attributes. */
final class XmlRows {
    private XmlRows() {}

    /**
     * Reads a whole file; where its writer was killed, what there is.
     *
     * @throws IllegalArgumentException when it is broken before its end
     */
    static void read(Path file, BiConsumer<String, Map<String, String>> consumer) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (Watched stream = new Watched(new BufferedInputStream(Files.newInputStream(file)))) {
            try {
                XMLStreamReader reader = factory.createXMLStreamReader(stream);
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                        consumer.accept(reader.getLocalName(), attributes(reader));
                    }
                }
            } catch (XMLStreamException broken) {
                if (!stream.ended) {
                    throw new IllegalArgumentException(file + " is not XML: " + broken.getMessage(), broken);
                }
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + unreadable, unreadable);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Knows whether all of it has been read. */
    private static final class Watched extends FilterInputStream {
        private boolean ended;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            ended |= value < 0;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            ended |= count < 0;
            return count;
        }
    }
}

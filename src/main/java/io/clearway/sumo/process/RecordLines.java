package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A long record of SUMO, read by lines as SUMO writes it, an element each: that takes a third of the time that a reader
 * of XML takes. A record that is cut off is refused.
 */
final class RecordLines {
    private RecordLines() {}

    /**
     * Gives every line of a file.
     *
     * @param root name of the outermost element
     * @param kind what the file is, for errors
     * @throws SimulationException when it cannot be read, or has no end
     */
    static void read(Path file, String root, String kind, Consumer<String> lines) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            boolean whole = false;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
                // without rows SUMO ends the outermost element where it begins it
                whole |= line.contains("</" + root + ">") || (line.endsWith("/>") && line.startsWith("<" + root));
            }
            if (!whole) {
                throw new SimulationException("SUMO's %s %s is cut off".formatted(kind, file));
            }
        } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException unreadable) {
            throw new SimulationException("Cannot read SUMO's %s %s: %s".formatted(kind, file, unreadable), unreadable);
        }
    }

    /**
     * Value of an attribute.
     *
     * @param opening blank, name, equals sign and quotation mark, as {@code time="}
     */
    static String attribute(String line, String opening) {
        int begin = line.indexOf(opening) + opening.length();
        return line.substring(begin, line.indexOf('"', begin));
    }
}

package io.clearway.events;

import io.clearway.events.SignalSite.Detector;
import io.clearway.events.SignalSite.Lane;
import io.clearway.events.SignalSite.PedestrianDetector;
import io.clearway.events.SignalSite.Phase;
import io.clearway.events.SignalSite.Reach;
import java.nio.file.Path;
import java.util.List;

/** Logs made by hand. */
public final class Logs {
    /**
     * A signal with phase 1 from the west, two lanes, and a crossing. Detectors: 1 advance (4.0 s ahead), 2 presence, 3
     * count on the lane that leads straight on; 4 presence, 5 count on the one to the left.
     */
    public static final SignalSite SITE = new SignalSite(
            "A",
            EventLogWriter.file(0),
            List.of(
                    new Phase(1, "west", "ls", List.of(0, 1), List.of(0), false),
                    new Phase(2, ":A_w0", "s", List.of(2), List.of(1), true)),
            List.of(
                    detector(1, DetectorKind.ADVANCE, "s", 40),
                    detector(2, DetectorKind.PRESENCE, "s", 0),
                    detector(3, DetectorKind.COUNT, "s", 0),
                    detector(4, DetectorKind.PRESENCE, "l", 0),
                    detector(5, DetectorKind.COUNT, "l", 0)),
            List.of(new PedestrianDetector(1, 2, ":A_c0_0", ":A_w0_0")));

    private Logs() {}

    private static Detector detector(int number, DetectorKind kind, String movements, long tenths) {
        return new Detector(
                number, 1, kind, new Lane("west_" + movements, movements, false), new Reach(tenths, 0, tenths));
    }

    /**
     * Writes a log of this signal from 0 s.
     *
     * @param rows time in seconds, code and parameter, as {@code 1.5 82 3}
     */
    public static EventLog write(Path folder, double endSeconds, String... rows) {
        return write(folder, 0, endSeconds, rows);
    }

    /** The same from another time on. */
    public static EventLog write(Path folder, double beginSeconds, double endSeconds, String... rows) {
        try (EventLogWriter writer = new EventLogWriter(folder, List.of(SITE))) {
            for (String row : rows) {
                String[] cells = row.split(" ", -1);
                writer.add(
                        0,
                        new SignalEvent(
                                SignalEvent.tenths(Double.parseDouble(cells[0])),
                                Integer.parseInt(cells[1]),
                                Integer.parseInt(cells[2])));
            }
            writer.complete(
                    new LogHeader.Origin("town", "rule", 7),
                    SignalEvent.tenths(beginSeconds),
                    SignalEvent.tenths(endSeconds));
        }
        return EventLog.open(folder);
    }
}

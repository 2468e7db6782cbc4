package io.clearway.sumo.demand;

import io.clearway.simulation.ActuatedProgram;
import io.clearway.simulation.InductionLoop;
import io.clearway.simulation.LaneAreaDetector;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.SimulationSetup;
import io.clearway.simulation.trips.RecordDetail;
import io.clearway.sumo.xml.XmlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** SUMO's additional file: detectors, induction loops, signal programs, and what is recorded of lanes. */
public final class AdditionalFile {
    public static final String FILE = "detectors.add.xml";

    /** Where SUMO writes the totals of lanes, beside the additional file, when they are recorded. */
    public static final String LANES = "lanes.xml";

    /** Where SUMO writes how often vehicles halted, beside the additional file, when that is counted. */
    public static final String HALTS = "halts.xml";

    /** What ids of halt counters have before that of their lane. */
    public static final String HALTS_PREFIX = "halts of ";

    /** SUMO counts vehicles slower than this as halting. */
    private static final double HALTING_METERS_PER_SECOND = 0.1;

    /** One endless interval: ending an interval costs SUMO much time. */
    private static final String ENDLESS = "100000000";

    private AdditionalFile() {}

    /** Writes the file; {@link IllegalArgumentException} when something does not fit the network. */
    public static void write(Path file, SimulationSetup setup) throws IOException, XMLStreamException {
        try (XmlFile xml = XmlFile.create(file, "additional")) {
            writeDetectors(xml, setup);
            writeLoops(xml, setup);
            writeHaltCounters(xml, setup);
            writePrograms(xml, setup);
            writeRecords(xml, setup);
        }
    }

    private static void writeRecords(XmlFile xml, SimulationSetup setup) throws XMLStreamException {
        if (setup.options().detail() == RecordDetail.COMPLETE) {
            xml.element("laneData")
                    .with("id", "lanes")
                    .with("file", LANES)
                    .with("withInternal", "true")
                    .with("excludeEmpty", "true");
        }
    }

    private static void writeDetectors(XmlFile xml, SimulationSetup setup) throws XMLStreamException {
        Map<String, Lane> lanes = setup.additional().detectors().isEmpty()
                ? Map.of()
                : setup.network().roads().lanesById();
        for (LaneAreaDetector detector : setup.additional().detectors()) {
            double reach = reach(detector, lanes.get(detector.lane()));
            xml.element("laneAreaDetector")
                    .with("id", detector.id())
                    .with("lane", detector.lane())
                    .with("pos", -reach)
                    .with("endPos", -detector.gapMeters())
                    .with("friendlyPos", "true")
                    // no output
                    .with("file", "NUL")
                    .with("period", ENDLESS);
        }
    }

    private static void writeLoops(XmlFile xml, SimulationSetup setup) throws XMLStreamException {
        Map<String, Lane> lanes = lanes(setup, setup.additional().loops());
        for (InductionLoop loop : setup.additional().loops()) {
            xml.element("inductionLoop")
                    .with("id", loop.id())
                    .with("lane", loop.lane())
                    .with("pos", position(loop, lanes))
                    .with("friendlyPos", "true")
                    .with("file", "NUL")
                    .with("period", ENDLESS);
        }
    }

    /** Their ids are their lanes'; those of sensors may be the same, so they have a prefix. */
    private static void writeHaltCounters(XmlFile xml, SimulationSetup setup) throws XMLStreamException {
        Map<String, Lane> lanes = setup.additional().countedLanes().isEmpty()
                ? Map.of()
                : setup.network().roads().lanesById();
        for (String id : setup.additional().countedLanes()) {
            Lane lane = lanes.get(id);
            if (lane == null) {
                throw new IllegalArgumentException("Lane '%s' of halts is not in the network".formatted(id));
            }
            xml.element("laneAreaDetector")
                    .with("id", HALTS_PREFIX + id)
                    .with("lane", id)
                    .with("pos", 0)
                    .with("endPos", lane.lengthMeters())
                    .with("friendlyPos", "true")
                    .with("speedThreshold", HALTING_METERS_PER_SECOND)
                    .with("timeThreshold", 0)
                    .with("file", HALTS)
                    .with("period", ENDLESS);
        }
    }

    private static Map<String, Lane> lanes(SimulationSetup setup, List<InductionLoop> loops) {
        return loops.isEmpty() ? Map.of() : setup.network().roads().lanesById();
    }

    private static double position(InductionLoop loop, Map<String, Lane> lanes) {
        Lane lane = lanes.get(loop.lane());
        if (lane == null) {
            throw new IllegalArgumentException("Induction loop '%s' lies on lane '%s', which is not in the network"
                    .formatted(loop.id(), loop.lane()));
        }
        if (!(loop.metersToEnd() >= 0)) {
            throw new IllegalArgumentException("Induction loop '%s' lies %s m before the end of its lane"
                    .formatted(loop.id(), loop.metersToEnd()));
        }
        return Math.max(0, lane.lengthMeters() - loop.metersToEnd());
    }

    private static void writePrograms(XmlFile xml, SimulationSetup setup) throws XMLStreamException {
        for (ActuatedProgram program : setup.additional().programs()) {
            // of several programs of a light, the one read last runs
            xml.begin("tlLogic")
                    .with("id", program.light())
                    .with("programID", "clearway")
                    .with("type", type(program.type()))
                    .with("offset", 0);
            for (ActuatedProgram.Phase phase : program.phases()) {
                xml.element("phase")
                        .with("duration", phase.minimumSeconds())
                        .with("minDur", phase.minimumSeconds())
                        .with("maxDur", phase.maximumSeconds())
                        .with("state", phase.state());
            }
            xml.end();
        }
    }

    private static String type(ActuatedProgram.ProgramType type) {
        return switch (type) {
            case ACTUATED -> "actuated";
            case DELAY_BASED -> "delay_based";
            case STATIC -> "static";
        };
    }

    private static double reach(LaneAreaDetector detector, @Nullable Lane lane) {
        if (lane == null) {
            throw new IllegalArgumentException("Detector '%s' lies on lane '%s', which is not in the network"
                    .formatted(detector.id(), detector.lane()));
        }
        double reach = Math.min(detector.lengthMeters(), lane.lengthMeters());
        if (!(detector.gapMeters() >= 0 && detector.gapMeters() < reach)) {
            throw new IllegalArgumentException("Detector '%s' reaches from %s m to %s m before the end of lane '%s'"
                    .formatted(detector.id(), reach, detector.gapMeters(), detector.lane()));
        }
        return reach;
    }
}

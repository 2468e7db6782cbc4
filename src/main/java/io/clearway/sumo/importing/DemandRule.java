package io.clearway.sumo.importing;

import io.clearway.setting.InvalidSetting;
import io.clearway.sumo.demand.Departures;
import io.clearway.sumo.xml.Ids;
import io.clearway.sumo.xml.Seconds;
import io.clearway.sumo.xml.XmlFilter;
import io.clearway.sumo.xml.XmlFilter.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of route and additional files reaches SUMO: vehicles, persons and containers, their types, routes and stops.
 * Elements that write or read other files are left out, and so are unknown ones.
 */
final class DemandRule implements XmlFilter.Rule {
    private static final Set<String> VEHICLES =
            Set.of("vehicle", "trip", "flow", "person", "personFlow", "container", "containerFlow");

    private static final Set<String> NAMED =
            Set.of("vType", "vTypeDistribution", "route", "routeDistribution", "inductionLoop", "e1Detector");

    private static final Set<String> PARTS = Set.of(
            "param", "stop", "walk", "ride", "personTrip", "transport", "tranship", "access", "space", "step", "lane");

    private static final Set<String> PLACES = Set.of(
            "busStop",
            "trainStop",
            "containerStop",
            "chargingStation",
            "parkingArea",
            "rerouter",
            "variableSpeedSign",
            "taz",
            "tazSource",
            "tazSink");

    private static final Set<String> REROUTING = Set.of(
            "interval",
            "closingReroute",
            "closingLaneReroute",
            "destProbReroute",
            "routeProbReroute",
            "parkingAreaReroute");

    private static final Set<String> ID_ATTRIBUTES = Set.of("id", "type", "route");
    private static final Set<String> PROGRAM = Set.of("tlLogic", "phase", "param");

    private static final double SECONDS_PER_HOUR = 3600;

    /** Which elements of a file are copied. */
    private enum Part {
        TRAFFIC,
        TYPES,
        PROGRAMS
    }

    private final Part part;
    private final SumoDialect dialect;
    private int copied;
    private final Departures departures = new Departures();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private boolean renamed;
    private boolean switched;
    private double calibrated;

    private DemandRule(Part part, SumoDialect dialect) {
        this.part = part;
        this.dialect = dialect;
    }

    /** Copies all elements of traffic. */
    static DemandRule traffic(SumoDialect dialect) {
        return new DemandRule(Part.TRAFFIC, dialect);
    }

    /** Copies types of vehicles only. */
    static DemandRule types(SumoDialect dialect) {
        return new DemandRule(Part.TYPES, dialect);
    }

    /** Copies signal programs only. */
    static DemandRule programs(SumoDialect dialect) {
        return new DemandRule(Part.PROGRAMS, dialect);
    }

    @Override
    public boolean isRoot(String element) {
        return element.equals("routes") || element.equals("additional") || element.equals("add");
    }

    @Override
    public boolean keeps(Element element) {
        String key = element.text("key", "");
        if (element.name().equals("param") && touchesFiles(key)) {
            count("param " + key);
            return false;
        }
        boolean keeps = switch (part) {
            case PROGRAMS -> PROGRAM.contains(element.name());
            case TYPES -> isType(element.name()) || element.name().equals("param");
            case TRAFFIC -> isTraffic(element);
        };
        copied += keeps ? 1 : 0;
        return keeps;
    }

    private boolean isTraffic(Element element) {
        String name = element.name();
        if (VEHICLES.contains(name)) {
            departures.add(element);
            return true;
        }
        boolean known = NAMED.contains(name)
                || isType(name)
                || PARTS.contains(name)
                || PLACES.contains(name)
                || REROUTING.contains(name);
        if (!known && !name.equals("tlLogic")) {
            count("<" + name + ">");
            switched |= name.equals("WAUT");
        }
        return known;
    }

    @Override
    public void leftOut(Element within) {
        // only calibrators have flows in them
        if (part == Part.TRAFFIC && within.name().equals("flow")) {
            calibrated += vehicles(within);
        }
    }

    /** Vehicles of a calibrator's flow; 0 where it sets only their speed. */
    private static double vehicles(Element flow) {
        try {
            double begin = Seconds.parse("begin", flow.text("begin", "0"));
            double end = Seconds.parse("end", flow.text("end", "0"));
            return Double.parseDouble(flow.text("vehsPerHour", "0")) * Math.max(0, end - begin) / SECONDS_PER_HOUR;
        } catch (NumberFormatException | InvalidSetting unknown) {
            return 0;
        }
    }

    private static boolean isType(String name) {
        return name.equals("vType") || name.equals("vTypeDistribution") || name.startsWith("carFollowing-");
    }

    @Override
    public Optional<String> attribute(String element, String name, String value) {
        if (touchesFiles(name)) {
            boolean detector = element.equals("inductionLoop") || element.equals("e1Detector");
            if (!detector) {
                count("%s of <%s>".formatted(name, element));
            }
            // required of a detector; NUL is no file
            return detector && name.equals("file") ? Optional.of("NUL") : Optional.empty();
        }
        if (Ids.isDescription(name)) {
            return Optional.of(value);
        }
        boolean id = ID_ATTRIBUTES.contains(name) && (VEHICLES.contains(element) || NAMED.contains(element));
        String known = dialect.attribute(name, value);
        String plain = id ? Ids.vehicle(known) : Ids.plain(known);
        renamed |= !plain.equals(known);
        return Optional.of(plain);
    }

    /** Departures of the vehicles. */
    Departures departures() {
        return departures;
    }

    /** What was left out, and how often. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    /** What was left out and changes the traffic, with what it costs, as sentences. */
    List<String> losses() {
        List<String> losses = new ArrayList<>();
        if (switched) {
            losses.add(
                    "its times of day at which signals change their programs (WAUT) are not followed: one program runs"
                            + " all the time; import the part of the day that it is made for");
        }
        if (calibrated > 0) {
            losses.add(
                    "its calibrators are left out, which would bring the traffic to %.0f vehicles; add what they would insert to the demand"
                            .formatted(calibrated));
        }
        return losses;
    }

    /** Whether nothing was copied. */
    boolean copiedNothing() {
        return copied == 0;
    }

    /** Whether an id was changed. */
    boolean renamed() {
        return renamed;
    }

    /** Whether an attribute of this name holds a file or another output. */
    static boolean touchesFiles(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("file")
                || lower.contains("output")
                || lower.equals("dest")
                || lower.equals("href")
                || lower.equals("emissionclass");
    }

    private void count(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }
}

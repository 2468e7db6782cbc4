package io.clearway.sumo.importing;

import io.clearway.sumo.demand.Departures;
import io.clearway.sumo.xml.Ids;
import io.clearway.sumo.xml.XmlFilter;
import io.clearway.sumo.xml.XmlFilter.Element;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of route and additional files reaches SUMO: vehicles, people and goods, their types, routes and stops. What
 * writes files or reads others is left out, and so is all that we do not know.
 */
final class DemandRule implements XmlFilter.Rule {
    private static final Set<String> MOVERS =
            Set.of("vehicle", "trip", "flow", "person", "personFlow", "container", "containerFlow");

    private static final Set<String> NAMED =
            Set.of("vType", "vTypeDistribution", "route", "routeDistribution", "inductionLoop", "e1Detector");

    private static final Set<String> PARTS = Set.of(
            "param", "stop", "walk", "ride", "personTrip", "transport", "tranship", "access", "space", "step", "lane");

    private static final Set<String> PLACES = Set.of(
            "busStop", "trainStop", "containerStop", "chargingStation", "parkingArea", "rerouter", "variableSpeedSign");

    private static final Set<String> REROUTING = Set.of(
            "interval",
            "closingReroute",
            "closingLaneReroute",
            "destProbReroute",
            "routeProbReroute",
            "parkingAreaReroute");

    private static final Set<String> ID_ATTRIBUTES = Set.of("id", "type", "route");
    private static final Set<String> PROGRAM = Set.of("tlLogic", "phase", "param");

    /** What of a file is wanted. */
    private enum Part {
        TRAFFIC,
        TYPES,
        PROGRAMS
    }

    private final Part part;
    private int kept;
    private final Departures departures = new Departures();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private boolean renamed;

    private DemandRule(Part part) {
        this.part = part;
    }

    /** Lets everything through that makes traffic. */
    static DemandRule traffic() {
        return new DemandRule(Part.TRAFFIC);
    }

    /** Lets types of vehicles through, and nothing else. */
    static DemandRule types() {
        return new DemandRule(Part.TYPES);
    }

    /** Lets signal programs through, and nothing else. */
    static DemandRule programs() {
        return new DemandRule(Part.PROGRAMS);
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
            case TRAFFIC -> makesTraffic(element);
        };
        kept += keeps ? 1 : 0;
        return keeps;
    }

    private boolean makesTraffic(Element element) {
        String name = element.name();
        if (MOVERS.contains(name)) {
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
        }
        return known;
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
            // a detector must have one; NUL is no file
            return detector && name.equals("file") ? Optional.of("NUL") : Optional.empty();
        }
        if (Ids.isForPeople(name)) {
            return Optional.of(value);
        }
        boolean id = ID_ATTRIBUTES.contains(name) && (MOVERS.contains(element) || NAMED.contains(element));
        String plain = id ? Ids.vehicle(value) : Ids.plain(value);
        renamed |= !plain.equals(value);
        return Optional.of(plain);
    }

    /** When vehicles depart. */
    Departures departures() {
        return departures;
    }

    /** What did not go on, and how often. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    /** Whether nothing went on. */
    boolean keptNothing() {
        return kept == 0;
    }

    /** Whether an id had to change. */
    boolean renamed() {
        return renamed;
    }

    /** Whether a name says that its value is a file, or a place that something is written to. */
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

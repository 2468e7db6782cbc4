package io.clearway.scenario.onboarding;

import io.clearway.scenario.onboarding.OnboardingReport.Approach;
import io.clearway.scenario.onboarding.OnboardingReport.SignalFindings;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.simulation.importing.DemandCount;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import io.clearway.simulation.importing.ImportedTraffic.Remark;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts what was found into words. */
final class FindingsWriter {
    private final List<Remark> remarks;

    /** @param remarks where they are added */
    FindingsWriter(List<Remark> remarks) {
        this.remarks = remarks;
    }

    void aboutIdle(List<TrafficLight> withoutLinks) {
        withoutLinks.forEach(light -> add(Kind.NOTE, signal(light.id()), "controls nothing and is left alone"));
    }

    void about(SignalAudit audit) {
        SignalFindings found = audit.findings();
        String subject = signal(found.id());
        if (!found.agent()) {
            add(Kind.NOTE, subject, "has nothing to choose from and stays with its own program");
        }
        phases(audit, found, subject);
        program(found, subject);
        if (!found.shortLanes().isEmpty()) {
            add(
                    Kind.NEEDS_A_PERSON,
                    subject,
                    "lanes too short for a detector to see more than one vehicle: " + list(found.shortLanes())
                            + "; join the junctions around them or move the stop line");
        }
    }

    private void phases(SignalAudit audit, SignalFindings found, String subject) {
        if (!found.addedPhases().isEmpty()) {
            add(
                    Kind.REPAIRED,
                    subject,
                    "no program gives green to link %s; added for them: %s. Look at whether they are meant to stay red"
                            .formatted(list(found.neverServed()), list(found.addedPhases())));
        }
        if (!audit.choice().mended().isEmpty()) {
            add(
                    Kind.REPAIRED,
                    subject,
                    "movements in conflict had priority together; one gives way now where agents decide: "
                            + list(audit.choice().mended()));
        }
        if (!audit.choice().refused().isEmpty()) {
            add(
                    Kind.NEEDS_A_PERSON,
                    subject,
                    "phases with movements that cross and neither yields, kept from agents: "
                            + list(audit.choice().refused()));
        }
        if (!found.greenTogether().isEmpty()) {
            add(
                    Kind.NEEDS_A_PERSON,
                    subject,
                    "its own program, which is the fallback, gives links in conflict priority together: "
                            + list(found.greenTogether()));
        }
    }

    private void program(SignalFindings found, String subject) {
        if (!found.withoutYellow().isEmpty()) {
            add(
                    Kind.NEEDS_A_PERSON,
                    subject,
                    "its own program, which is the fallback, lacks yellow for link %s; agents always show it"
                            .formatted(list(found.withoutYellow())));
        }
        if (found.allRedSeconds() == 0 && found.agent()) {
            add(Kind.NOTE, subject, "its program has no all-red between movements in conflict");
        }
        if (found.programs() > 1) {
            add(
                    Kind.NOTE,
                    subject,
                    "has %d programs; '%s' runs, and agents choose from the phases of all"
                            .formatted(found.programs(), found.program()));
        }
        if (!found.programType().equals("static")) {
            add(
                    Kind.NOTE,
                    subject,
                    "its program is %s; as a fallback its phases have their nominal lengths"
                            .formatted(found.programType()));
        }
        if (found.junctions() > 1) {
            add(Kind.NOTE, subject, "runs %d junctions together".formatted(found.junctions()));
        }
    }

    void about(DemandCount demand) {
        if (demand.earlier() > 0) {
            add(
                    Kind.NOTE,
                    "demand",
                    "%d vehicles depart before the begin and are left out".formatted(demand.earlier()));
        }
        if (demand.later() > 0) {
            add(Kind.NOTE, "demand", "%d vehicles depart at the end or later".formatted(demand.later()));
        }
    }

    /** The most loaded come first. */
    void aboutLoad(List<Approach> approaches) {
        for (Approach approach : approaches) {
            if (approach.load() > 1) {
                add(
                        Kind.NEEDS_A_PERSON,
                        "road " + approach.road(),
                        String.format(
                                Locale.ROOT,
                                "brings %.0f veh/h to signal %s, whose program lets %.0f through; queues will grow under it",
                                approach.demandPerHour(),
                                approach.signal(),
                                approach.capacityPerHour()));
            }
        }
    }

    private void add(Kind kind, String subject, String words) {
        remarks.add(new Remark(kind, subject, words));
    }

    private static String signal(String id) {
        return "signal " + id;
    }

    private static String list(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

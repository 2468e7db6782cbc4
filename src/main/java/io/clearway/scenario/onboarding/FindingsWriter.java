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

/** Writes the findings as remarks, each with what to do about it. */
final class FindingsWriter {
    private final List<Remark> remarks;

    /** @param remarks where they are added */
    FindingsWriter(List<Remark> remarks) {
        this.remarks = remarks;
    }

    void aboutIdle(List<TrafficLight> withoutLinks) {
        withoutLinks.forEach(light -> add(Kind.NOTE, signal(light.id()), "controls no link and is left unchanged"));
    }

    void about(SignalAudit audit) {
        SignalFindings found = audit.findings();
        String subject = signal(found.id());
        if (!found.agent()) {
            add(Kind.NOTE, subject, "has fewer than two phases to choose from and keeps its own program");
        }
        phases(audit, found, subject);
        program(found, subject);
        if (!found.problems().shortLanes().isEmpty()) {
            add(
                    Kind.ACTION_REQUIRED,
                    subject,
                    "lanes too short for a detector to see more than one vehicle: "
                            + list(found.problems().shortLanes())
                            + "; join the adjacent junctions or move the stop line");
        }
    }

    private void phases(SignalAudit audit, SignalFindings found, String subject) {
        if (!found.choice().addedPhases().isEmpty()) {
            add(
                    Kind.REPAIRED,
                    subject,
                    "no program gives green to link %s; phases added: %s. Check whether these links are meant to stay red"
                            .formatted(
                                    list(found.problems().neverServed()),
                                    list(found.choice().addedPhases())));
        }
        if (!audit.choice().repaired().isEmpty()) {
            add(
                    Kind.REPAIRED,
                    subject,
                    "conflicting movements had priority together; one of them now yields where agents decide: "
                            + list(audit.choice().repaired()));
        }
        if (!audit.choice().refused().isEmpty()) {
            add(
                    Kind.ACTION_REQUIRED,
                    subject,
                    "phases with conflicting movements of which none yields, not offered to agents: "
                            + list(audit.choice().refused()));
        }
        if (!found.problems().greenTogether().isEmpty()) {
            add(
                    Kind.ACTION_REQUIRED,
                    subject,
                    "its own program, which is the fallback, gives conflicting links priority together: "
                            + list(found.problems().greenTogether()));
        }
    }

    private void program(SignalFindings found, String subject) {
        if (!found.problems().withoutYellow().isEmpty()) {
            add(
                    Kind.ACTION_REQUIRED,
                    subject,
                    "its own program, which is the fallback, lacks yellow for link %s; agents always show it"
                            .formatted(list(found.problems().withoutYellow())));
        }
        if (found.running().allRedSeconds() == 0 && found.agent()) {
            add(Kind.NOTE, subject, "its program has no all-red between conflicting movements");
        }
        if (found.running().programs() > 1) {
            add(
                    Kind.NOTE,
                    subject,
                    "has %d programs; '%s' runs, and agents choose from the phases of all"
                            .formatted(
                                    found.running().programs(), found.running().program()));
        }
        if (!found.running().programType().equals("static")) {
            add(
                    Kind.NOTE,
                    subject,
                    "its program is %s; as a fallback it runs as fixed time, with every phase at its nominal length, of NEMA rings the longest"
                            .formatted(found.running().programType()));
        }
        if (found.intersection().junctions() > 1) {
            add(
                    Kind.NOTE,
                    subject,
                    "controls %d junctions together"
                            .formatted(found.intersection().junctions()));
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
                        Kind.ACTION_REQUIRED,
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

    private void add(Kind kind, String subject, String text) {
        remarks.add(new Remark(kind, subject, text));
    }

    private static String signal(String id) {
        return "signal " + id;
    }

    private static String list(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

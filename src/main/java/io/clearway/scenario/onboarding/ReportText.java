package io.clearway.scenario.onboarding;

import io.clearway.scenario.onboarding.OnboardingReport.Approach;
import io.clearway.scenario.onboarding.OnboardingReport.SignalFindings;
import io.clearway.simulation.importing.ImportedTraffic.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for a terminal or a file: lines of at most 80 characters. */
public final class ReportText {
    private static final int WIDTH = 80;
    private static final int MOST_APPROACHES = 12;
    private static final int MOST_SUBJECTS = 6;
    private static final int ID_WIDTH = 34;
    private static final double PERCENT = 100;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    /** The whole report. */
    public static String of(OnboardingReport report) {
        ReportText text = new ReportText();
        text.head(report);
        text.signals(report.signals());
        text.approaches(report.approaches());
        text.remarks("Action required", Kind.ACTION_REQUIRED, report);
        text.remarks("Repaired", Kind.REPAIRED, report);
        text.remarks("Notes", Kind.NOTE, report);
        return text.text.toString();
    }

    private void head(OnboardingReport report) {
        OnboardingReport.Network network = report.network();
        OnboardingReport.Episode episode = report.episode();
        OnboardingReport.Demand demand = report.demand();
        line(
                "Onboarding report: %s, read by %s",
                report.subject().scenario(), report.subject().simulator());
        line("");
        line(
                "Network   %d roads, %d junctions, %d traffic lights, %d of them run by agents",
                network.roads(), network.junctions(), network.lights(), network.agents());
        line(
                "Episode   %.0f s to %.0f s: %d decisions of %.0f s",
                episode.beginSeconds(), episode.endSeconds(), episode.decisions(), episode.decisionSeconds());
        line(
                "Demand    %d vehicles; left out: %d too early, %d too late, %d without a route",
                demand.vehicles(), demand.earlier(), demand.later(), demand.withoutRoute());
    }

    private void signals(List<SignalFindings> signals) {
        heading("Signals (movements/crossings, phases found + added, cycle, yellow, all-red)");
        for (SignalFindings signal : signals) {
            line(
                    "  %-34s %3d/%-2d  %2d + %-2d %5.0f s %4.0f s %4.0f s%s",
                    shorten(signal.id()),
                    signal.intersection().movements(),
                    signal.intersection().crossings(),
                    signal.choice().phases().size()
                            - signal.choice().addedPhases().size(),
                    signal.choice().addedPhases().size(),
                    signal.running().cycleSeconds(),
                    signal.running().yellowSeconds(),
                    signal.running().allRedSeconds(),
                    signal.agent() ? "" : " *");
        }
        if (signals.stream().anyMatch(signal -> !signal.agent())) {
            line("  * keeps its own program");
        }
        paragraph(
                "  ",
                "Cycle, yellow and all-red: of the program that runs. Where agents decide, each movement keeps to"
                        + " timings.json, whose times are never shorter.");
    }

    private void approaches(List<Approach> approaches) {
        heading("Demand against capacity under the network's own programs, veh/h");
        line("  %-34s %5s %6s %8s %8s %5s", "road", "green", "demand", "busiest", "capacity", "load");
        approaches.stream()
                .limit(MOST_APPROACHES)
                .forEach(approach -> line(
                        "  %-34s %4.0f%% %6.0f %8.0f %8.0f %4.0f%%",
                        shorten(approach.road()),
                        PERCENT * approach.greenShare(),
                        approach.demandPerHour(),
                        approach.busiestPerHour(),
                        approach.capacityPerHour(),
                        PERCENT * approach.load()));
        int more = approaches.size() - MOST_APPROACHES;
        if (more > 0) {
            line("  and %d more with less load", more);
        }
        paragraph(
                "  ",
                "Capacity: %.0f veh/h per lane × its share of green; green that gives way counts in full, so it is an"
                                .formatted(LoadAudit.SATURATION_FLOW)
                        + " upper bound. Vehicles count at their departure; busiest: in a quarter of an hour.");
    }

    private void remarks(String title, Kind kind, OnboardingReport report) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        report.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .forEach(remark -> subjects.computeIfAbsent(remark.text(), text -> new ArrayList<>())
                        .add(remark.subject()));
        heading(title);
        if (subjects.isEmpty()) {
            line("  nothing");
        }
        subjects.forEach((remark, about) -> paragraph("  - ", some(about) + ": " + remark));
    }

    private static String some(List<String> subjects) {
        String first = String.join(", ", subjects.subList(0, Math.min(MOST_SUBJECTS, subjects.size())));
        int more = subjects.size() - MOST_SUBJECTS;
        return more > 0 ? first + " and %d more".formatted(more) : first;
    }

    private void heading(String title) {
        line("");
        line("%s", title);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }

    /** A text broken at spaces; lines after the first are indented. */
    private void paragraph(String mark, String sentence) {
        StringBuilder line = new StringBuilder(mark);
        String indent = " ".repeat(mark.length());
        for (String word : sentence.split(" ", -1)) {
            if (line.length() > mark.length() && line.length() + word.length() + 1 > WIDTH) {
                line("%s", line);
                line = new StringBuilder(indent);
            }
            line.append(line.length() > mark.length() ? " " : "").append(word);
        }
        line("%s", line);
    }

    private static String shorten(String id) {
        return id.length() <= ID_WIDTH ? id : id.substring(0, ID_WIDTH - 1) + "…";
    }
}

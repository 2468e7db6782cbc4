package io.clearway.report.comparison;

import io.clearway.metric.LevelOfService;
import io.clearway.report.Report;
import io.clearway.report.Report.Section;
import io.clearway.report.Report.Table;
import io.clearway.report.comparison.ComparedMeasure.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison of two controllers as a report, and as CSV. */
public final class BeforeAfterReport {
    private static final int LISTED = 25;

    private BeforeAfterReport() {}

    /** The report: conclusion, conditions, who loses and who wins, all measures. */
    public static Report of(BeforeAfter comparison) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("Conclusion", List.of(comparison.conclusion()), List.of(), List.of()));
        sections.add(Section.of(
                "Conditions of a fair comparison",
                List.of("%s: %s."
                        .formatted(
                                comparison.basis().count(),
                                String.join(", ", comparison.basis().units()))),
                List.of(),
                List.of(gates(comparison))));
        sections.add(list("Who loses", comparison.losers(), comparison.basis().what()));
        sections.add(list("Who wins", comparison.winners(), comparison.basis().what()));
        for (Group group : Group.values()) {
            Table table = table(comparison, group);
            if (!table.rows().isEmpty()) {
                sections.add(Section.of(
                        heading(group), List.of(comparison.basis().explanation()), List.of(), List.of(table)));
            }
        }
        return new Report("%s, then %s".formatted(comparison.before(), comparison.after()), sections);
    }

    private static String heading(Group group) {
        return group == Group.ALL ? "All traffic" : "By " + group.word();
    }

    private static Section list(String title, List<String> all, String what) {
        List<String> shown = new ArrayList<>(all.stream().limit(LISTED).toList());
        if (shown.isEmpty()) {
            shown.add("Nobody, as far as these %s tell.".formatted(what));
        } else if (all.size() > LISTED) {
            shown.add("… and %d more, in the tables below.".formatted(all.size() - LISTED));
        }
        return Section.of(title, shown, List.of(), List.of());
    }

    private static Table gates(BeforeAfter comparison) {
        return new Table(
                List.of("condition", "outcome", "found"),
                comparison.gates().stream()
                        .map(gate -> List.of(gate.name(), gate.outcome().word(), gate.text()))
                        .toList());
    }

    private static Table table(BeforeAfter comparison, Group group) {
        return new Table(
                List.of("of", "measure", "unit", comparison.before(), comparison.after(), "change", "judgment"),
                comparison.measures().stream()
                        .filter(measure -> measure.group() == group)
                        .map(measure -> List.of(
                                measure.subject(),
                                measure.measure(),
                                measure.unit(),
                                measure.before().meanText()
                                        + grade(measure, measure.before().mean()),
                                measure.after().meanText()
                                        + grade(measure, measure.after().mean()),
                                measure.change().difference().signedText(),
                                measure.change().word()))
                        .toList());
    }

    /** Levels of service are those of control delay. */
    private static String grade(ComparedMeasure measure, double seconds) {
        return measure.measure().equals(ControllerComparison.CONTROL_DELAY)
                ? " (%s)".formatted(LevelOfService.of(seconds))
                : "";
    }

    /** One line per measure, with a heading; numbers with all their digits. */
    public static String csv(BeforeAfter comparison) {
        Stream<String> rows = comparison.measures().stream()
                .map(measure -> line(
                        measure.group().word(),
                        measure.subject(),
                        measure.measure(),
                        measure.unit(),
                        measure.before().mean(),
                        measure.after().mean(),
                        measure.change().difference().mean(),
                        measure.change().difference().halfWidth(),
                        measure.change().word()));
        return Stream.concat(Stream.of("group,subject,measure,unit,before,after,difference,half_width,judgment"), rows)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(BeforeAfterReport::cell).collect(Collectors.joining(","));
    }

    private static String cell(Object value) {
        String text = value instanceof Double number ? String.format(Locale.ROOT, "%s", number) : String.valueOf(value);
        return text.matches("[^,\"\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

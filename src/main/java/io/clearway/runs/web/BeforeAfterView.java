package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.ComparedMeasure;
import io.clearway.report.comparison.ValidityGate;
import io.clearway.training.ConfidenceInterval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sides of a comparison as clients see it: one object, in which sides, basis and findings are fields.
 *
 * @param gates conditions of a fair comparison
 * @param measures all measures, the one that decides first
 */
@Schema(name = "BeforeAfter")
public record BeforeAfterView(
        @JsonUnwrapped Sides sides,
        @JsonUnwrapped BasisView over,
        @JsonUnwrapped Findings findings,
        List<GateView> gates,
        List<MeasureView> measures) {
    /** Names of both sides. */
    @Schema(name = "BeforeAfterSides")
    public record Sides(String before, String after) {}

    /** What means are over, such as seeds, each of them, and how intervals were made. */
    @Schema(name = "BeforeAfterBasis")
    public record BasisView(String basis, List<String> units, String explanation) {}

    /**
     * Whether all conditions hold; what was found in a sentence, or that no conclusion is given; what became worse and
     * what better, in words.
     */
    @Schema(name = "BeforeAfterFindings")
    public record Findings(boolean valid, String conclusion, List<String> losers, List<String> winners) {}

    /** A condition: passed, failed, or a note. */
    @Schema(name = "ValidityGate")
    public record GateView(String name, String outcome, String text) {
        static GateView of(ValidityGate gate) {
            return new GateView(gate.name(), gate.outcome().word(), gate.text());
        }
    }

    /** A mean with half the width of its 95 % interval, null where that is not known. */
    @Schema(name = "MeanWithInterval")
    public record MeanView(double mean, @Nullable Double halfWidth) {
        static MeanView of(ConfidenceInterval interval) {
            return new MeanView(interval.mean(), interval.known() ? interval.halfWidth() : null);
        }
    }

    /** Of whom a measure is, its name and unit. */
    @Schema(name = "MeasureSubject")
    public record AboutView(String group, String subject, String measure, String unit) {}

    /** A measure: group and subject say of whom, the difference is after − before. */
    @Schema(name = "ComparedMeasure")
    public record MeasureView(
            @JsonUnwrapped AboutView about, MeanView before, MeanView after, MeanView difference, String judgment) {
        static MeasureView of(ComparedMeasure measure) {
            return new MeasureView(
                    new AboutView(measure.group().word(), measure.subject(), measure.measure(), measure.unit()),
                    MeanView.of(measure.before()),
                    MeanView.of(measure.after()),
                    MeanView.of(measure.change().difference()),
                    measure.change().word());
        }
    }

    /** The view of a comparison. */
    public static BeforeAfterView of(BeforeAfter comparison) {
        return new BeforeAfterView(
                new Sides(comparison.before(), comparison.after()),
                new BasisView(
                        comparison.basis().what(),
                        comparison.basis().units(),
                        comparison.basis().explanation()),
                new Findings(comparison.valid(), comparison.conclusion(), comparison.losers(), comparison.winners()),
                comparison.gates().stream().map(GateView::of).toList(),
                comparison.measures().stream().map(MeasureView::of).toList());
    }
}

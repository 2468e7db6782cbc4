package io.clearway.runs.web;

import io.clearway.report.comparison.BeforeAfter;
import io.clearway.report.comparison.ComparedMeasure;
import io.clearway.report.comparison.ValidityGate;
import io.clearway.training.ConfidenceInterval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two sides of a comparison as clients see it.
 *
 * @param before name of the first
 * @param after name of the second
 * @param basis what the means are over, such as seeds
 * @param units each of them
 * @param explanation how intervals were made
 * @param valid whether all conditions hold
 * @param conclusion what was found in a sentence; where a condition failed, that there is no conclusion
 * @param gates conditions of a fair comparison
 * @param losers what became worse, in words
 * @param winners what became better, in words
 * @param measures all measures, the one that decides first
 */
@Schema(name = "BeforeAfter")
public record BeforeAfterView(
        String before,
        String after,
        String basis,
        List<String> units,
        String explanation,
        boolean valid,
        String conclusion,
        List<GateView> gates,
        List<String> losers,
        List<String> winners,
        List<MeasureView> measures) {
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

    /** A measure: group and subject say of whom, the difference is after − before. */
    @Schema(name = "ComparedMeasure")
    public record MeasureView(
            String group,
            String subject,
            String measure,
            String unit,
            MeanView before,
            MeanView after,
            MeanView difference,
            String judgment) {
        static MeasureView of(ComparedMeasure measure) {
            return new MeasureView(
                    measure.group().word(),
                    measure.subject(),
                    measure.measure(),
                    measure.unit(),
                    MeanView.of(measure.before()),
                    MeanView.of(measure.after()),
                    MeanView.of(measure.change().difference()),
                    measure.change().word());
        }
    }

    /** The view of a comparison. */
    public static BeforeAfterView of(BeforeAfter comparison) {
        return new BeforeAfterView(
                comparison.before(),
                comparison.after(),
                comparison.basis().what(),
                comparison.basis().units(),
                comparison.basis().explanation(),
                comparison.valid(),
                comparison.conclusion(),
                comparison.gates().stream().map(GateView::of).toList(),
                comparison.losers(),
                comparison.winners(),
                comparison.measures().stream().map(MeasureView::of).toList());
    }
}

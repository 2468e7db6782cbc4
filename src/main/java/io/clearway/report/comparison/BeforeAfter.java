package io.clearway.report.comparison;

import java.util.List;

/**
 * Two controllers, or two periods of live traffic, side by side.
 *
 * @param before name of the first, such as the controller that is to be replaced
 * @param after name of the second
 * @param basis what means and intervals are over
 * @param gates conditions of a fair comparison
 * @param measures the one that decides first; then all others, by mode of travel, signal, approach and movement
 */
public record BeforeAfter(
        String before, String after, Basis basis, List<ValidityGate> gates, List<ComparedMeasure> measures) {
    public BeforeAfter {
        gates = List.copyOf(gates);
        measures = List.copyOf(measures);
    }

    /** Whether all conditions hold, so that a conclusion may be given. */
    public boolean valid() {
        return gates.stream().noneMatch(ValidityGate::failed) && !measures.isEmpty();
    }

    /** What was found in a sentence; where a condition failed, that none can be given. */
    public String conclusion() {
        List<String> failed = gates.stream()
                .filter(ValidityGate::failed)
                .map(ValidityGate::name)
                .toList();
        if (!failed.isEmpty()) {
            return "No conclusion: the comparison fails on %s.".formatted(String.join(", ", failed));
        }
        if (measures.isEmpty()) {
            return "No conclusion: nothing was measured.";
        }
        ComparedMeasure decides = measures.get(0);
        int losers = losers().size();
        return "%s is %s %s in %s: %s on %s.%s"
                .formatted(
                        after,
                        decides.change().word(),
                        decides.change().better() || decides.change().worse() ? "than " + before : "from " + before,
                        decides.measure(),
                        decides.inUnit(decides.change().difference().signedText()),
                        basis.count(),
                        losers == 0 ? "" : " Worse off: %d of %d measures.".formatted(losers, measures.size()));
    }

    /** All that became worse, in words. */
    public List<String> losers() {
        return measures.stream()
                .filter(measure -> measure.change().worse())
                .map(ComparedMeasure::sentence)
                .toList();
    }

    /** All that became better, in words. */
    public List<String> winners() {
        return measures.stream()
                .filter(measure -> measure.change().better())
                .map(ComparedMeasure::sentence)
                .toList();
    }
}

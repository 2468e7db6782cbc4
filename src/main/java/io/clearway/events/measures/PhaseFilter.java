package io.clearway.events.measures;

import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.measures.PhaseMeasure.Display;
import java.util.List;
import java.util.Optional;

/** Passes of a signal's events on to measures what concerns one phase. */
final class PhaseFilter {
    private final SignalSite site;
    private final int phase;
    private final List<? extends PhaseMeasure> measures;

    PhaseFilter(SignalSite site, int phase, List<? extends PhaseMeasure> measures) {
        this.site = site;
        this.phase = phase;
        this.measures = measures;
    }

    void accept(SignalEvent event) {
        Optional<EventCode> known = EventCode.find(event.code());
        if (known.isEmpty()) {
            return;
        }
        EventCode code = known.get();
        if (code == EventCode.DETECTOR_ON || code == EventCode.DETECTOR_OFF) {
            site.detector(event.parameter())
                    .filter(detector -> detector.phase() == phase)
                    .ifPresent(detector -> measures.forEach(
                            measure -> measure.detects(detector, code == EventCode.DETECTOR_ON, event.tenths())));
        } else if (code.parameter() == EventCode.Parameter.PHASE && event.parameter() == phase) {
            measures.forEach(measure -> measure.happens(event));
            display(code).ifPresent(display -> measures.forEach(measure -> measure.shows(display, event.tenths())));
        }
    }

    private static Optional<Display> display(EventCode code) {
        return switch (code) {
            case PHASE_BEGIN_GREEN -> Optional.of(Display.GREEN);
            case PHASE_BEGIN_YELLOW -> Optional.of(Display.YELLOW);
            case PHASE_END_YELLOW -> Optional.of(Display.RED);
            default -> Optional.empty();
        };
    }
}

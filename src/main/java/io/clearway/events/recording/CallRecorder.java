package io.clearway.events.recording;

import io.clearway.events.DetectorKind;
import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import java.util.function.Consumer;

/**
 * The calls of one signal's phases, which follow from its other events. A phase is called while a presence detector of
 * it is occupied and it is not green: the call is dropped when its green begins or its detectors become free. A call of
 * a pedestrian, as of a push button, stays until walk begins, even if who made it walks on.
 *
 * @see <a href="https://docs.lib.purdue.edu/jtrpdata/4/">Indiana Department of Transportation and Purdue University:
 *     the enumerations, codes 43 to 45</a>
 */
final class CallRecorder {
    private static final int NONE = -1;

    private final Consumer<SignalEvent> log;
    /** By number of a detector: the place of the phase that it calls. */
    private final int[] phaseOfDetector;

    private final int[] phaseOfPedestrianDetector;
    /** By place of a phase: whether it is green or in walk. */
    private final boolean[] served;
    /** By place of a phase: how many of its detectors are occupied. */
    private final int[] occupied;

    private final boolean[] called;

    /** @param log takes the calls, each right after the event that it follows from */
    CallRecorder(SignalSite site, Consumer<SignalEvent> log) {
        this.log = log;
        this.phaseOfDetector = new int[site.detectors().size() + 1];
        for (SignalSite.Detector detector : site.detectors()) {
            phaseOfDetector[detector.number()] =
                    detector.kind() == DetectorKind.PRESENCE ? place(detector.phase()) : NONE;
        }
        this.phaseOfPedestrianDetector = new int[site.pedestrianDetectors().size() + 1];
        for (SignalSite.PedestrianDetector detector : site.pedestrianDetectors()) {
            phaseOfPedestrianDetector[detector.number()] = place(detector.phase());
        }
        int phases = site.phases().size();
        this.served = new boolean[phases];
        this.occupied = new int[phases];
        this.called = new boolean[phases];
    }

    private static int place(int phase) {
        return phase - 1;
    }

    /** Takes an event, in the order of time. */
    void accept(SignalEvent event) {
        if (event.is(EventCode.DETECTOR_ON)) {
            vehicles(phaseOfDetector[event.parameter()], 1, event.tenths());
        } else if (event.is(EventCode.DETECTOR_OFF)) {
            vehicles(phaseOfDetector[event.parameter()], -1, event.tenths());
        } else if (event.is(EventCode.PHASE_BEGIN_GREEN)) {
            serve(place(event.parameter()), event.tenths());
        } else if (event.is(EventCode.PHASE_BEGIN_YELLOW)) {
            served[place(event.parameter())] = false;
            call(place(event.parameter()), event.tenths(), EventCode.PHASE_CALL_REGISTERED);
        } else {
            walk(event);
        }
    }

    private void vehicles(int phase, int more, long tenths) {
        if (phase == NONE) {
            return;
        }
        occupied[phase] += more;
        if (occupied[phase] == 0) {
            drop(phase, tenths);
        } else {
            call(phase, tenths, EventCode.PHASE_CALL_REGISTERED);
        }
    }

    private void serve(int phase, long tenths) {
        served[phase] = true;
        drop(phase, tenths);
    }

    private void call(int phase, long tenths, EventCode code) {
        if (occupied[phase] > 0 && !served[phase] && !called[phase]) {
            called[phase] = true;
            log.accept(SignalEvent.of(tenths, code, phase + 1));
        }
    }

    private void drop(int phase, long tenths) {
        if (called[phase]) {
            called[phase] = false;
            log.accept(SignalEvent.of(tenths, EventCode.PHASE_CALL_DROPPED, phase + 1));
        }
    }

    private void walk(SignalEvent event) {
        if (event.is(EventCode.PEDESTRIAN_DETECTOR_ON)) {
            int phase = phaseOfPedestrianDetector[event.parameter()];
            occupied[phase]++;
            call(phase, event.tenths(), EventCode.PEDESTRIAN_CALL_REGISTERED);
        } else if (event.is(EventCode.PEDESTRIAN_DETECTOR_OFF)) {
            occupied[phaseOfPedestrianDetector[event.parameter()]]--;
        } else if (event.is(EventCode.PEDESTRIAN_BEGIN_WALK)) {
            served[place(event.parameter())] = true;
            called[place(event.parameter())] = false;
        } else if (event.is(EventCode.PEDESTRIAN_BEGIN_CLEARANCE) || event.is(EventCode.PEDESTRIAN_BEGIN_DONT_WALK)) {
            served[place(event.parameter())] = false;
            call(place(event.parameter()), event.tenths(), EventCode.PEDESTRIAN_CALL_REGISTERED);
        }
    }
}

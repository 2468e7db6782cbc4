package io.clearway.events;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Passes on the events of a signal from parts of a log, from a time on, as if they were of one log that begins there.
 * What each part says once more of the one before, such as a green that goes on, is left out; what it cannot know, as
 * the end of a red clearance, is added. Detectors of a part do not know who came before it, and go off at its begin.
 */
final class JoinedEvents implements Consumer<SignalEvent> {
    private final SignalSite signal;
    private final long beginTenths;
    private final Consumer<SignalEvent> receiver;
    private final BitSet green = new BitSet();
    private final BitSet yellow = new BitSet();
    private final BitSet clearing = new BitSet();
    private final BitSet occupied = new BitSet();
    private boolean begun;

    /** @param receiver of the events from the begin on */
    JoinedEvents(SignalSite signal, long beginTenths, Consumer<SignalEvent> receiver) {
        this.signal = signal;
        this.beginTenths = beginTenths;
        this.receiver = receiver;
    }

    /** The next part begins. */
    void begins(long tenths) {
        BitSet on = (BitSet) occupied.clone();
        on.stream().forEach(detector -> accept(SignalEvent.of(tenths, EventCode.DETECTOR_OFF, detector)));
    }

    @Override
    public void accept(SignalEvent event) {
        if (event.tenths() >= beginTenths) {
            begin();
        }
        EventCode.find(event.code()).ifPresentOrElse(code -> follow(code, event), () -> pass(event));
    }

    /** The last part has been read. */
    void ends() {
        begin();
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        green.stream().forEach(phase -> {
            pass(SignalEvent.of(beginTenths, EventCode.PHASE_ON, phase));
            pass(SignalEvent.of(beginTenths, EventCode.PHASE_BEGIN_GREEN, phase));
        });
        yellow.stream().forEach(phase -> pass(SignalEvent.of(beginTenths, EventCode.PHASE_BEGIN_YELLOW, phase)));
        occupied.stream()
                .filter(this::isZone)
                .forEach(detector -> pass(SignalEvent.of(beginTenths, EventCode.DETECTOR_ON, detector)));
    }

    /** Only these last: at the others each event is a vehicle. */
    private boolean isZone(int detector) {
        return signal.detector(detector)
                .filter(known -> known.kind() == DetectorKind.PRESENCE)
                .isPresent();
    }

    private void follow(EventCode code, SignalEvent event) {
        int of = event.parameter();
        switch (code) {
            case PHASE_ON, PHASE_BEGIN_GREEN -> {
                if (green.get(of)) {
                    return;
                }
                clearingEnds(event.tenths());
                if (code == EventCode.PHASE_BEGIN_GREEN) {
                    green.set(of);
                    yellow.clear(of);
                }
            }
            case PHASE_BEGIN_YELLOW -> {
                if (yellow.get(of)) {
                    return;
                }
                green.clear(of);
                yellow.set(of);
            }
            case PHASE_END_YELLOW -> {
                green.clear(of);
                yellow.clear(of);
            }
            case PHASE_BEGIN_RED_CLEARANCE -> clearing.set(of);
            case PHASE_END_RED_CLEARANCE -> clearing.clear(of);
            case DETECTOR_ON -> occupied.set(of);
            case DETECTOR_OFF -> occupied.clear(of);
            default -> {}
        }
        pass(event);
    }

    /** Where the part in which they began has ended before them. */
    private void clearingEnds(long tenths) {
        clearing.stream().forEach(phase -> {
            pass(SignalEvent.of(tenths, EventCode.PHASE_END_RED_CLEARANCE, phase));
            pass(SignalEvent.of(tenths, EventCode.PHASE_INACTIVE, phase));
        });
        clearing.clear();
    }

    private void pass(SignalEvent event) {
        if (begun) {
            receiver.accept(event);
        }
    }
}

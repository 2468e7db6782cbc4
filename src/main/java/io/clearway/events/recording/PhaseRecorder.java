package io.clearway.events.recording;

import io.clearway.events.EventCode;
import io.clearway.events.SignalEvent;
import io.clearway.events.SignalSite;
import io.clearway.events.SignalSite.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of one signal's phases, from the states that it shows one after the other. A phase is green while any of
 * its movements is, else yellow while any is. A green that changes to red at once has a yellow of 0 s. A red clearance
 * is one while no vehicle phase of the signal is green: it lasts until the next green begins, and is left out where one
 * begins at once or others stay green.
 */
final class PhaseRecorder {
    private final SignalSite site;
    private final Termination termination;
    private final Display[] shown;
    private final boolean[] ended;
    private final boolean[] clearing;
    private String state = "";
    private long since;

    /** @param termination why greens end */
    PhaseRecorder(SignalSite site, Termination termination) {
        this.site = site;
        this.termination = termination;
        this.shown = new Display[site.phases().size()];
        Arrays.fill(shown, Display.RED);
        this.ended = new boolean[shown.length];
        this.clearing = new boolean[shown.length];
    }

    /** Gives the events of the change to a state; none when it is shown already. */
    void show(long tenths, String next, Consumer<SignalEvent> events) {
        if (next.equals(state)) {
            return;
        }
        Display[] before = shown.clone();
        site.phases().forEach(phase -> shown[place(phase)] = display(phase, next));
        List<Phase> changed = site.phases().stream()
                .filter(phase -> shown[place(phase)] != before[place(phase)])
                .toList();
        EventCode reason = termination.reason(state, tenths - since);
        for (Phase phase : changed) {
            if (phase.pedestrian()) {
                walk(phase, tenths, events);
            } else {
                ends(phase, before[place(phase)], reason, tenths, events);
            }
        }
        clear(tenths, events);
        changed.stream().filter(this::isGreen).forEach(phase -> {
            emit(events, tenths, EventCode.PHASE_ON, phase);
            emit(events, tenths, EventCode.PHASE_BEGIN_GREEN, phase);
        });
        state = next;
        since = tenths;
    }

    private static int place(Phase phase) {
        return phase.number() - 1;
    }

    private static Display display(Phase phase, String state) {
        Display display = Display.RED;
        for (int link : phase.links()) {
            Display one = link < state.length() ? Display.of(state.charAt(link)) : Display.RED;
            display = one.compareTo(display) < 0 ? one : display;
        }
        return display;
    }

    private boolean isGreen(Phase phase) {
        return !phase.pedestrian() && shown[place(phase)] == Display.GREEN;
    }

    private void walk(Phase phase, long tenths, Consumer<SignalEvent> events) {
        emit(
                events,
                tenths,
                switch (shown[place(phase)]) {
                    case GREEN -> EventCode.PEDESTRIAN_BEGIN_WALK;
                    case YELLOW -> EventCode.PEDESTRIAN_BEGIN_CLEARANCE;
                    case RED -> EventCode.PEDESTRIAN_BEGIN_DONT_WALK;
                },
                phase);
    }

    private void ends(Phase phase, Display before, EventCode reason, long tenths, Consumer<SignalEvent> events) {
        Display now = shown[place(phase)];
        if (before == Display.GREEN) {
            emit(events, tenths, reason, phase);
            emit(events, tenths, EventCode.PHASE_GREEN_TERMINATION, phase);
        }
        if (before == Display.GREEN || now == Display.YELLOW) {
            emit(events, tenths, EventCode.PHASE_BEGIN_YELLOW, phase);
        }
        if (now == Display.RED || before == Display.YELLOW) {
            emit(events, tenths, EventCode.PHASE_END_YELLOW, phase);
            ended[place(phase)] = true;
        }
    }

    private void clear(long tenths, Consumer<SignalEvent> events) {
        boolean green = site.phases().stream().anyMatch(this::isGreen);
        for (Phase phase : site.phases()) {
            int place = place(phase);
            if (green && ended[place]) {
                if (clearing[place]) {
                    emit(events, tenths, EventCode.PHASE_END_RED_CLEARANCE, phase);
                }
                emit(events, tenths, EventCode.PHASE_INACTIVE, phase);
                ended[place] = false;
                clearing[place] = false;
            } else if (ended[place] && !clearing[place]) {
                emit(events, tenths, EventCode.PHASE_BEGIN_RED_CLEARANCE, phase);
                clearing[place] = true;
            }
        }
    }

    private static void emit(Consumer<SignalEvent> events, long tenths, EventCode code, Phase phase) {
        events.accept(SignalEvent.of(tenths, code, phase.number()));
    }
}

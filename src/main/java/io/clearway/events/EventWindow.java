package io.clearway.events;

import java.util.List;
import java.util.function.Consumer;

/**
 * A time within logs that follow each other, as parts of a live drive do, read as one log that begins and ends there.
 *
 * @param parts the logs in the order of time, without a gap and of the same signals; at least one
 * @param beginTenths when the time begins, in tenths of a second of simulated time; within the first of them
 * @param endTenths when it ends; the end of the last of them
 */
public record EventWindow(List<EventLog> parts, long beginTenths, long endTenths) {
    public EventWindow {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || beginTenths > endTenths) {
            throw new IllegalArgumentException("%d logs from %d to %d tenths of a second: give at least one, in order"
                    .formatted(parts.size(), beginTenths, endTenths));
        }
    }

    /** All of a log. */
    public static EventWindow of(EventLog log) {
        return new EventWindow(
                List.of(log), log.header().beginTenths(), log.header().endTenths());
    }

    /** The signals that its logs hold. */
    public List<SignalSite> signals() {
        return parts.get(parts.size() - 1).header().signals();
    }

    /**
     * Reads the events of a signal, in the order of time. What is green or yellow when the time begins has its events
     * there, and occupied zones go on there, as at the beginning of a log.
     */
    public void read(SignalSite signal, Consumer<SignalEvent> events) {
        if (parts.size() == 1 && beginTenths <= parts.get(0).header().beginTenths()) {
            parts.get(0).read(signal, events);
            return;
        }
        JoinedEvents joined = new JoinedEvents(signal, beginTenths, events);
        for (EventLog part : parts) {
            joined.begins(part.header().beginTenths());
            part.read(signal, joined);
        }
        joined.ends();
    }
}

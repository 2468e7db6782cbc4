package io.clearway.timing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The times of all signals of a network. They belong to the signals and not to whoever chooses the phases.
 *
 * @param profile how they were made
 * @param signals by traffic light
 */
public record TimingSheet(TimingProfile profile, Map<String, SignalTiming> signals) {
    public TimingSheet {
        signals = Collections.unmodifiableMap(new TreeMap<>(signals));
    }

    /**
     * The times of one traffic light.
     *
     * @throws IllegalArgumentException when the sheet has none for it
     */
    public SignalTiming of(String light) {
        return Optional.ofNullable(signals.get(light))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The timing sheet has no signal '%s'; it has %d others".formatted(light, signals.size())));
    }
}

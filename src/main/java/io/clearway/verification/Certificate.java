package io.clearway.verification;

import java.util.List;

/**
 * What a verification found.
 *
 * @param subject what was verified
 * @param signals number of signals verified
 * @param states reachable states of all envelopes
 * @param seconds that the monitor saw
 * @param longestWaitSeconds longest wait of anybody under controllers that do not serve them
 * @param violations number of violations; 0 when all signals are safe
 * @param unsafe the signals with violations
 */
public record Certificate(
        Subject subject,
        int signals,
        long states,
        long seconds,
        double longestWaitSeconds,
        int violations,
        List<SignalVerification> unsafe) {
    public Certificate {
        unsafe = List.copyOf(unsafe);
    }

    /**
     * What was verified.
     *
     * @param scenario name of the scenario
     * @param scenarioHash SHA-256 of network, demand and definition
     * @param timings profile of the timing sheet
     * @param timingHash SHA-256 of the timing sheet
     */
    public record Subject(String scenario, String scenarioHash, String timings, String timingHash) {}

    /** The certificate of these signals. */
    public static Certificate of(Subject subject, List<SignalVerification> signals) {
        List<SignalVerification> unsafe = signals.stream()
                .filter(signal -> !signal.violations().isEmpty())
                .toList();
        return new Certificate(
                subject,
                signals.size(),
                signals.stream().mapToLong(SignalVerification::states).sum(),
                signals.stream().mapToLong(SignalVerification::seconds).sum(),
                signals.stream()
                        .mapToDouble(SignalVerification::longestWaitSeconds)
                        .max()
                        .orElse(0),
                unsafe.stream().mapToInt(signal -> signal.violations().size()).sum(),
                unsafe);
    }
}

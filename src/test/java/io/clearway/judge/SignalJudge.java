package io.clearway.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Judges SUMO's own signal log by the network alone. Nothing is required of what began before the log or ends after it.
 * A row that cannot be judged (wrong length, dark, unknown) is a violation itself, and is then left out: the row before
 * it and the row after it are compared.
 */
public final class SignalJudge {
    private final NetworkConflicts network;
    private final Map<String, JudgedMinimums> minimums;

    /** Minimums of each light: 3 s of yellow and of green, or its own programs' where they are shorter. */
    public SignalJudge(NetworkConflicts network) {
        this(network, Map.of());
    }

    /** @param minimums of the lights that have other minimums */
    public SignalJudge(NetworkConflicts network, Map<String, JudgedMinimums> minimums) {
        this.network = network;
        this.minimums = Map.copyOf(minimums);
    }

    /** What all lights of the log broke, in the order of time. */
    public List<Violation> judge(SignalLog log) {
        List<Violation> violations = new ArrayList<>();
        for (String id : log.lights()) {
            JudgedLight light = network.light(id);
            OwnerProgram owner = new OwnerProgram(light);
            JudgedMinimums least = minimums.getOrDefault(id, JudgedMinimums.of(owner));
            LightJudge judge = new LightJudge(light, owner, least);
            log.shown(id).forEach(judge::see);
            violations.addAll(judge.violations());
        }
        violations.sort(Comparator.comparingDouble(Violation::seconds));
        return violations;
    }
}

package io.clearway.scenario.atsc.control;

import io.clearway.scenario.atsc.definition.AtscDefinition;
import io.clearway.scenario.atsc.network.ControlledSignal;
import io.clearway.scenario.atsc.network.Stages;
import io.clearway.scenario.atsc.sensing.ObservationView;
import io.clearway.scenario.atsc.sensing.SignalReadings;
import io.clearway.signal.Phase;
import io.clearway.signal.StageTimes;
import java.util.Arrays;

/**
 * Cycle and splits after Webster (1958) from flows measured in the cycles before: {@link Stages} in turn, cycle C =
 * (1.5 L + 5) / (1 − Y), greens in proportion to the critical flow ratios y, Y = Σ y, L the lost time of a cycle. A
 * lane's flow is the rise of its vehicle count while it has red and free space, per second of such red; older cycles
 * count half of the next newer one. A lane that several stages serve counts with an equal part in each. Durations are
 * rounded to whole decisions.
 */
final class Webster implements SignalMemory.Chooser {
    /** Saturation flow of a lane, in vehicles per second (1,800 per hour). */
    private static final double SATURATION = 0.5;

    /** Lost when a queue starts, besides the transition. */
    private static final double START_LOSS_SECONDS = 2;

    private static final double LOST_TIME_FACTOR = 1.5;
    private static final double CYCLE_OFFSET_SECONDS = 5;
    private static final double LONGEST_CYCLE_SECONDS = 120;
    private static final double SHORTEST_GREEN_SECONDS = 5;

    /** Webster's formula has no meaning at Y = 1 and gives endless cycles before. */
    private static final double LARGEST_FLOW_RATIO = 0.9;

    /** A lane this full shows no further rise. */
    private static final double FULL_SHARE = 0.9;

    private static final double MEMORY = 0.5;

    private final ControlledSignal signal;
    private final Stages stages;
    private final AtscDefinition.Timing timing;
    private final double[] counts;
    private final double[] rises;
    private final double[] redSeconds;
    private final double[] durations;
    /** How long the change to each stage takes from the one before. */
    private final double[] changes;

    private double seconds = Double.NaN;

    /** @param first readings of the signal */
    Webster(SignalReadings first, AtscDefinition.Timing timing) {
        this.signal = first.signal();
        this.stages = Stages.of(signal, first.times().timing());
        this.timing = timing;
        int lanes = signal.incoming().size();
        counts = new double[lanes];
        rises = new double[lanes];
        redSeconds = new double[lanes];
        durations = new double[stages.size()];
        changes = changes(first.times());
        plan();
    }

    @Override
    public int choose(SignalReadings readings, boolean[] legal) {
        measure(readings);
        int shown = readings.phase();
        int stage = stages.phases().indexOf(shown);
        if (stage >= 0 && readings.heldSeconds() < durations[stage]) {
            return PhaseRule.legalOr(shown, shown, legal);
        }
        int next = PhaseRule.legalOr(stages.after(shown), shown, legal);
        if (next == stages.phases().get(0) && next != shown) {
            plan();
        }
        return next;
    }

    private double[] changes(StageTimes times) {
        double[] seconds = new double[stages.size()];
        for (int stage = 0; stage < seconds.length; stage++) {
            int before = stages.phases().get(Math.floorMod(stage - 1, seconds.length));
            seconds[stage] =
                    times.changeSeconds(phase(before), phase(stages.phases().get(stage)));
        }
        return seconds;
    }

    private Phase phase(int index) {
        return signal.phases().get(index);
    }

    private void measure(SignalReadings readings) {
        double elapsed = Double.isNaN(seconds) ? 0 : readings.seconds() - seconds;
        seconds = readings.seconds();
        for (int lane = 0; lane < counts.length; lane++) {
            double room = readings.approachMeters(lane) / ObservationView.METERS_PER_VEHICLE;
            boolean red = !signal.serves(readings.phase(), lane);
            // vehicles that cross in a transition would hide others that come
            boolean steady = readings.heldSeconds() > elapsed;
            if (red && steady && counts[lane] < FULL_SHARE * room) {
                rises[lane] += Math.max(0, readings.vehicles(lane) - counts[lane]);
                redSeconds[lane] += elapsed;
            }
            counts[lane] = readings.vehicles(lane);
        }
    }

    private void plan() {
        double[] ratios = new double[durations.length];
        for (int lane = 0; lane < counts.length; lane++) {
            int at = lane;
            long serving = stages.phases().stream()
                    .filter(phase -> signal.serves(phase, at))
                    .count();
            double flow = redSeconds[lane] > 0 ? rises[lane] / redSeconds[lane] : 0;
            for (int stage = 0; stage < ratios.length; stage++) {
                if (signal.serves(stages.phases().get(stage), lane)) {
                    ratios[stage] = Math.max(ratios[stage], flow / serving / SATURATION);
                }
            }
            rises[lane] *= MEMORY;
            redSeconds[lane] *= MEMORY;
        }
        split(ratios);
    }

    private void split(double[] ratios) {
        double sum = Arrays.stream(ratios).sum();
        double transitions = Arrays.stream(changes).sum();
        double lost = transitions + ratios.length * START_LOSS_SECONDS;
        double webster = (LOST_TIME_FACTOR * lost + CYCLE_OFFSET_SECONDS) / (1 - Math.min(LARGEST_FLOW_RATIO, sum));
        double green = Math.min(LONGEST_CYCLE_SECONDS, webster) - transitions;
        for (int stage = 0; stage < ratios.length; stage++) {
            double share = sum > 0 ? ratios[stage] / sum : 1.0 / ratios.length;
            double held = changes[stage] + Math.max(SHORTEST_GREEN_SECONDS, share * green);
            durations[stage] = timing.decisionSeconds() * Math.max(1, Math.round(held / timing.decisionSeconds()));
        }
    }

    /** How long each stage is shown in the present cycle, its transition included, in seconds. */
    double[] durations() {
        return durations.clone();
    }
}

package io.clearway.cli.benchmark;

import io.clearway.monitor.SignalMonitor;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.signal.Phase;
import io.clearway.signal.SignalGuard;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What safety costs in a live second: the envelopes of all signals with their maximum red, and the monitors, on one
 * thread as in a live drive and without any simulator. At each decision every signal is asked for a stage at random,
 * and somebody waits for every movement all the time, so that the maximum red is reckoned with in every second.
 */
final class SafetyBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    /** Processor time of this thread, which others on the machine don't lengthen as they do the time on the clock. */
    private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();

    private final List<LiveSignal> signals;
    private final List<TrafficLight> lights;
    /** By signal the indices that a stage serves: at others nobody waits, since they would for ever. */
    private final List<BitSet> served;

    private final int decisionSeconds;
    private final int seconds;
    private final long seed;

    /** @param seconds simulated ones of a round */
    SafetyBenchmark(LiveInterface scenario, int seconds, long seed) {
        this.signals = scenario.signals();
        this.lights = scenario.lights();
        this.served = signals.stream().map(SafetyBenchmark::served).toList();
        this.decisionSeconds = (int) scenario.decisionSeconds();
        this.seconds = seconds;
        this.seed = seed;
    }

    private static BitSet served(LiveSignal signal) {
        BitSet served = new BitSet();
        for (Phase stage : signal.stages()) {
            for (int index = 0; index < stage.size(); index++) {
                served.set(index, served.get(index) || stage.isGreen(index));
            }
        }
        return served;
    }

    /**
     * What was measured: medians over rounds.
     *
     * @param signals of the scenario
     * @param envelopeMillis of processor time for all envelopes and maximum reds, per live second
     * @param monitorMillis the same for all monitors
     * @param share of a live second that both take
     * @param trips of monitors in all rounds; 0 when all is well
     */
    record Result(int signals, double envelopeMillis, double monitorMillis, double share, int trips) {}

    /** Measures, after a round to warm up. */
    Result run(int rounds) {
        round();
        List<Round> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            measured.add(round());
        }
        double envelope =
                median(measured.stream().mapToDouble(Round::envelopeSeconds).toArray());
        double monitor =
                median(measured.stream().mapToDouble(Round::monitorSeconds).toArray());
        double share = median(measured.stream()
                .mapToDouble(round -> round.envelopeSeconds() + round.monitorSeconds())
                .toArray());
        int trips = measured.stream().mapToInt(Round::trips).sum();
        return new Result(signals.size(), envelope * MILLIS_PER_SECOND, monitor * MILLIS_PER_SECOND, share, trips);
    }

    private static double median(double[] values) {
        return new Median().evaluate(values);
    }

    /** Means per live second. */
    private record Round(double envelopeSeconds, double monitorSeconds, int trips) {}

    private Round round() {
        SplittableRandom chance = new SplittableRandom(seed);
        List<SignalGuard> guards = signals.stream().map(this::guard).toList();
        List<SignalMonitor> monitors = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            monitors.add(new SignalMonitor(lights.get(i), signals.get(i).timing()));
        }
        long envelope = 0;
        long monitor = 0;
        for (int second = 0; second < seconds; second++) {
            long begin = thread.getCurrentThreadCpuTime();
            List<String> shown = show(guards, second, chance);
            long between = thread.getCurrentThreadCpuTime();
            watch(monitors, shown, second);
            monitor += thread.getCurrentThreadCpuTime() - between;
            envelope += between - begin;
        }
        int trips =
                (int) monitors.stream().filter(one -> one.trip().isPresent()).count();
        return new Round(perSecond(envelope), perSecond(monitor), trips);
    }

    private double perSecond(long nanos) {
        return nanos / NANOS_PER_SECOND / seconds;
    }

    private SignalGuard guard(LiveSignal signal) {
        List<Phase> stages = signal.stages();
        return new SignalGuard(
                new SignalGuard.Signal(stages, signal.conflicts(), signal.timing(), signal.order()),
                stages.get(0).state(),
                stages.get(0),
                decisionSeconds);
    }

    private List<String> show(List<SignalGuard> guards, int second, SplittableRandom chance) {
        List<String> shown = new ArrayList<>(guards.size());
        for (int i = 0; i < guards.size(); i++) {
            SignalGuard guard = guards.get(i);
            guard.observe(second, served.get(i)::get);
            if (second % decisionSeconds == 0) {
                List<Phase> phases = signals.get(i).phases();
                guard.choose(phases.get(chance.nextInt(phases.size())));
            }
            shown.add(guard.tick());
        }
        return shown;
    }

    private void watch(List<SignalMonitor> monitors, List<String> shown, int second) {
        for (int i = 0; i < shown.size(); i++) {
            BitSet waited = served.get(i);
            monitors.get(i).observe(shown.get(i), second, waited::get);
        }
    }
}

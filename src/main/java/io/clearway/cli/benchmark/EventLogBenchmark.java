package io.clearway.cli.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.clearway.events.EventLog;
import io.clearway.network.Controller;
import io.clearway.network.JointObservation;
import io.clearway.network.Step;
import io.clearway.scenario.EpisodeRecords;
import io.clearway.scenario.MeasuredEnvironment;
import io.clearway.scenario.RecordedScenario;
import io.clearway.setting.Settings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What an event log costs: processor time of whole episodes of one seed under the scenario's reference rule, without
 * and with a log in turn, in one Java. The time of the program holds all of its threads, and so what Java compiles;
 * rounds before it is warm are not counted.
 */
final class EventLogBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;

    private final RecordedScenario scenario;
    private final String rule;
    private final long seed;
    private final Path folder;

    /** @param folder of the logs; each replaces the one before */
    EventLogBenchmark(RecordedScenario scenario, long seed, Path folder) {
        this.scenario = scenario;
        this.rule = scenario.reference();
        this.seed = seed;
        this.folder = folder;
    }

    /**
     * Medians over rounds, in seconds of processor time.
     *
     * @param programSeconds of this program without a log
     * @param loggedProgramSeconds of this program with a log
     * @param simulatorSeconds of the simulator without a log
     * @param loggedSimulatorSeconds of the simulator with a log
     * @param cost of the log as a share of both, median of the rounds' shares
     * @param rows of the log
     * @param rounds how many
     */
    record Result(
            double programSeconds,
            double loggedProgramSeconds,
            double simulatorSeconds,
            double loggedSimulatorSeconds,
            double cost,
            long rows,
            int rounds) {}

    private record Cost(double program, double simulator) {
        double both() {
            return program + simulator;
        }
    }

    private record Round(Cost plain, Cost logged) {}

    /**
     * Plays rounds of both episodes, every other one in reverse order.
     *
     * @param warmUp rounds before them
     */
    Result run(int warmUp, int rounds) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < warmUp + rounds; i++) {
            if (i % 2 == 0) {
                Cost plain = play(false);
                all.add(new Round(plain, play(true)));
            } else {
                Cost logged = play(true);
                all.add(new Round(play(false), logged));
            }
        }
        List<Round> counted = all.subList(warmUp, all.size());
        return new Result(
                median(counted, round -> round.plain().program()),
                median(counted, round -> round.logged().program()),
                median(counted, round -> round.plain().simulator()),
                median(counted, round -> round.logged().simulator()),
                median(counted, round -> round.logged().both() / round.plain().both() - 1),
                rows(),
                rounds);
    }

    private Cost play(boolean logged) {
        EpisodeRecords records = new EpisodeRecords(
                scenario.name(),
                rule,
                new EpisodeRecords.Targets(
                        logged ? Optional.of(folder) : Optional.empty(), Optional.empty(), Optional.empty(), false));
        Settings settings = scenario.settingsFor(rule, Settings.none());
        Controller controller =
                Objects.requireNonNull(scenario.controllers().get(rule), rule).fresh(seed);
        double before = programSeconds();
        double simulator;
        try (MeasuredEnvironment environment = scenario.openRecorded(settings, records)) {
            JointObservation seen = environment.reset(seed);
            for (boolean over = false; !over; ) {
                Step step = environment.step(controller.act(seen));
                seen = step.observation();
                over = step.last();
            }
            simulator = simulatorSeconds();
            environment.finish();
        }
        return new Cost(programSeconds() - before, simulator);
    }

    private static double programSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS_PER_SECOND;
    }

    /** Of the processes that this program has started and that have not ended: that of the episode alone. */
    private static double simulatorSeconds() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(duration -> duration.toNanos() / NANOS_PER_SECOND)
                .sum();
    }

    private long rows() {
        return EventLog.find(folder).stream()
                .mapToLong(log -> {
                    long[] rows = {0};
                    log.header().signals().forEach(signal -> log.read(signal, event -> rows[0]++));
                    return rows[0];
                })
                .sum();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return new Median().evaluate(rounds.stream().mapToDouble(value).toArray());
    }
}

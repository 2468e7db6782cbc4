package io.clearway.deployments.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.deployments.Binding;
import io.clearway.deployments.DeploymentReport;
import io.clearway.deployments.DeploymentState;
import io.clearway.deployments.control.ControlMode;
import io.clearway.judge.SignalLog;
import io.clearway.judge.SignalLog.Shown;
import io.clearway.judge.Violation;
import io.clearway.network.JointAction;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.atsc.SignalScenario;
import io.clearway.setting.Settings;
import io.clearway.sumo.PlainTown;
import io.clearway.sumo.SumoSimulator;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Live drives of real SUMOs, judged by SUMO's own log of what its lights showed. */
class JudgedDriveTest {
    private static final int SECONDS = 240;
    private static final int NEW_YORK_SECONDS = 100;

    /** Long enough for those who set out in the first five minutes to reach their crossings. */
    private static final int WALKERS_SECONDS = 500;

    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    private final SumoSimulator simulator = PlainTown.simulator(cache);

    @ParameterizedTest
    @CsvSource({"GRID_5X5, max-pressure", "MONACO, random", "LEFT_LANES, max-pressure", "COLOGNE, capacity-aware"})
    void aRuleBreaksNothing(TestedNetworks network, String rule) throws Exception {
        SignalScenario scenario = network.scenario(simulator, folder);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        requireDriven(drive.drive(rule(scenario, rule), 5, SECONDS));
        assertThat(drive.run().judge()).isEmpty();
        assertThat(drive.events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEW_YORK")
    void aHostilePolicyBreaksNothing(TestedNetworks network) throws Exception {
        SignalScenario scenario = network.scenario(simulator, folder);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        DeploymentReport report = drive.drive(hostile(scenario), 1, SECONDS);
        requireDriven(report);
        assertThat(report.live().counts().failed()).isPositive();
        assertThat(drive.run().judge()).isEmpty();
        assertThat(drive.events()).isEmpty();
    }

    /** Its own programs give priority against a yellow, so that nothing can be said of what follows the drive. */
    @Test
    void aHostilePolicyBreaksNothingInNewYork() throws Exception {
        SignalScenario scenario = TestedNetworks.NEW_YORK.scenario(simulator, folder);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        drive.drive(hostile(scenario), 1, NEW_YORK_SECONDS);
        SignalLog log = SignalLog.read(drive.run().log());
        assertThat(log.lights()).hasSize(436);
        assertThat(drive.run().judge()).noneMatch(violation -> violation.seconds() < NEW_YORK_SECONDS);
        assertThat(drive.events()).isEmpty();
    }

    @Test
    void noMoreWalkersAreEndangeredThanUnderTheNetworksOwnPrograms() throws Exception {
        SignalScenario scenario = TestedNetworks.WALKERS.scenario(simulator, folder);
        JudgedDrive own = new JudgedDrive(scenario, simulator, folder.resolve("own"));
        own.undriven(WALKERS_SECONDS);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        requireDriven(drive.drive(rule(scenario, "max-pressure"), 5, WALKERS_SECONDS));
        assertThat(drive.run().judge()).isEmpty();
        assertThat(own.run().walkers().passages()).isGreaterThan(50);
        assertThat(drive.run().walkers().passages()).isGreaterThan(50);
        assertThat(drive.run().walkers().endangered())
                .isLessThanOrEqualTo(own.run().walkers().endangered());
    }

    @Test
    void whoeverSetsAllGreenIsNoticedWithinASecondAndWeAddNothingToIt() throws Exception {
        SignalScenario scenario = TestedNetworks.LEFT_LANES.scenario(simulator, folder);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        SplittableRandom chance = new SplittableRandom(3);
        Map<String, String> allGreen = scenario.live(Settings.none()).signals().stream()
                .collect(Collectors.toMap(
                        signal -> signal.light(),
                        signal -> "G".repeat(signal.timing().size())));
        List<String> lights = List.copyOf(allGreen.keySet());
        DeploymentReport report = drive.drive(rule(scenario, "max-pressure"), 1, SECONDS, second -> {
            // the last light is never touched
            String light = lights.get(chance.nextInt(lights.size() - 1));
            return second > 20 && second % 4 == 0 && second < SECONDS
                    ? Map.of(light, Objects.requireNonNull(allGreen.get(light)))
                    : Map.of();
        });
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        SignalLog log = SignalLog.read(drive.run().log());
        Set<String> set = new HashSet<>();
        for (String light : lights) {
            List<Shown> shown = log.shown(light);
            for (Shown one : shown) {
                if (one.state().equals(allGreen.get(light))) {
                    set.add(light + " " + (int) one.seconds());
                }
            }
        }
        assertThat(set).hasSizeGreaterThan(50);
        for (Violation violation : drive.run().judge()) {
            int second = (int) violation.seconds();
            assertThat(set.contains(violation.light() + " " + second)
                            || set.contains(violation.light() + " " + (second - 1)))
                    .as(violation.toString())
                    .isTrue();
        }
        Set<String> noticed = drive.events().stream()
                .map(event -> event.light() + " " + ((int) event.seconds() - 1))
                .collect(Collectors.toSet());
        assertThat(noticed).isEqualTo(set);
    }

    /** A state that is too long, that is: one that is too short makes SUMO read signals that do not exist. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aStateOfWrongLengthConcernsThatSignalOnly(int order) throws Exception {
        SignalScenario scenario = TestedNetworks.LEFT_LANES.scenario(simulator, folder);
        JudgedDrive drive = new JudgedDrive(scenario, simulator, folder.resolve("live"));
        LiveInterface live = scenario.live(Settings.none());
        String light = live.signals().get(4).light();
        String wrong = "r".repeat(live.signals().get(4).timing().size() + 1);
        DeploymentReport report = drive.drive(
                rule(scenario, "max-pressure"),
                order,
                SECONDS,
                second -> second == 0 || second == 100 ? Map.of(light, wrong) : Map.of());
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        assertThat(drive.store().lastIn(DeploymentState.FALLBACK).live().signals())
                .allSatisfy(signal -> assertThat(signal.control().mode())
                        .isEqualTo(
                                signal.light().equals(light)
                                        ? ControlMode.FIXED_TIME_MONITOR_TRIPPED
                                        : ControlMode.CONTROLLER));
        assertThat(drive.run().judge()).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.light()).isEqualTo(light);
            assertThat(violation.seconds()).isIn(0.0, 1.0, 100.0, 101.0);
        });
    }

    private static void requireDriven(DeploymentReport report) {
        assertThat(report.state()).as(report.message()).isEqualTo(DeploymentState.ENDED);
        assertThat(report.live().counts().decisions()).isPositive();
        assertThat(report.live().signals())
                .extracting(signal -> signal.control().mode())
                .containsOnly(ControlMode.RELEASED);
    }

    private static Binding rule(SignalScenario scenario, String name) {
        return new Binding(
                scenario.live(scenario.settingsFor(name, Settings.none())),
                Objects.requireNonNull(scenario.controllers().get(name)));
    }

    /** Requests anything at any time, masked or not, and fails now and then. */
    private static Binding hostile(SignalScenario scenario) {
        SplittableRandom chance = new SplittableRandom(5);
        LiveInterface live = scenario.live(scenario.settingsFor("random", Settings.none()));
        return new Binding(live, seed -> observation -> {
            if (chance.nextInt(60) == 0) {
                throw new ArithmeticException("not a number");
            }
            return JointAction.of(live.signals().stream()
                    .mapToInt(signal -> chance.nextInt(40) == 0
                            ? -1
                            : chance.nextInt(signal.phases().size()))
                    .toArray());
        });
    }
}

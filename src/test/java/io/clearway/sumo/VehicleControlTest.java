package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.CollisionAction;
import io.clearway.simulation.Commands;
import io.clearway.simulation.CompiledNetwork;
import io.clearway.simulation.DriverChecks;
import io.clearway.simulation.Readings;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.SubscriptionSpec;
import io.clearway.simulation.TrafficSimulation;
import io.clearway.simulation.VehicleState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vehicles put somewhere, read and driven from outside, on real SUMO. */
class VehicleControlTest {
    private static final DriverChecks NONE = new DriverChecks(false, false, false, false, false);
    private static final DriverChecks SAFE_SPEED = new DriverChecks(true, false, false, false, false);
    private static final int MANY_ROUNDS = 100;

    @TempDir
    Path folder;

    private SumoSimulator simulator;
    private CompiledNetwork network;

    @BeforeEach
    void build() throws IOException {
        simulator = Crossing.simulator(folder);
        network = Square.build(simulator, folder.resolve("square"));
    }

    private TrafficSimulation begin(int rounds, CollisionAction crashes) {
        return Square.begin(simulator, Square.setup(network, rounds, crashes, 1));
    }

    @Test
    void vehiclesStandWhereTheyWerePutAndDriveAsCommanded() {
        try (TrafficSimulation simulation = begin(MANY_ROUNDS, CollisionAction.WARN)) {
            Readings before = simulation.subscribe(SubscriptionSpec.ofVehicles(Square.VEHICLES));
            assertThat(before.vehicle(0)).isEqualTo(new VehicleState("south_0", 10, 0));
            assertThat(before.vehicle(1)).isEqualTo(new VehicleState("south_0", 30, 0));
            simulation.takeControl(Square.VEHICLES, NONE);
            Readings after = simulation.advance(Commands.toVehicles(Map.of("a", 2.0, "b", 7.0)), 0.2);
            assertThat(after.vehicle(0).speedMetersPerSecond()).isEqualTo(2);
            assertThat(after.vehicle(0).positionMeters()).isEqualTo(10.2, within(1e-6));
            assertThat(after.vehicle(1).speedMetersPerSecond()).isEqualTo(7);
            Readings kept = simulation.advance(Commands.NONE, 1.2);
            assertThat(kept.vehicle(0).positionMeters()).isEqualTo(12.2, within(1e-6));
            Readings free = simulation.advance(Commands.toVehicles(Map.of("b", Commands.AS_DRIVER)), 1.3);
            assertThat(free.vehicle(0).speedMetersPerSecond()).isEqualTo(2);
            assertThat(free.vehicle(1).speedMetersPerSecond()).isGreaterThan(7);
        }
    }

    @Test
    void aDriverThatInsistsOnSafetyDoesNotRunIntoTheOneAhead() {
        try (TrafficSimulation simulation = begin(MANY_ROUNDS, CollisionAction.WARN)) {
            simulation.takeControl(Square.VEHICLES, SAFE_SPEED);
            Readings readings = drive(simulation, Map.of("a", 30.0, "b", 0.0), 10);
            assertThat(readings.vehicle(0).speedMetersPerSecond()).isLessThan(0.5);
            assertThat(readings.vehicle(0).positionMeters()).isBetween(20.0, 25.0);
        }
    }

    @Test
    void crashesAreCountedAndTheVehiclesStayOnTheRoad() {
        try (TrafficSimulation simulation = begin(MANY_ROUNDS, CollisionAction.WARN)) {
            simulation.takeControl(Square.VEHICLES, NONE);
            int collided = 0;
            for (int step = 2; step <= 30; step++) {
                Readings readings = simulation.advance(Commands.toVehicles(Map.of("a", 10.0, "b", 0.0)), step / 10.0);
                collided += readings.counts().collided();
                assertThat(readings.counts().running()).isEqualTo(2);
                assertThat(readings.counts().teleported()).isZero();
            }
            assertThat(collided).isPositive();
        }
    }

    @Test
    void whereCrashedVehiclesAreMovedOneGoesOnBehindTheNextCorner() {
        try (TrafficSimulation simulation = begin(MANY_ROUNDS, CollisionAction.TELEPORT)) {
            simulation.takeControl(Square.VEHICLES, NONE);
            int moved = 0;
            Readings readings = drive(simulation, Map.of("a", 20.0, "b", 0.0), 0);
            for (int step = 3; step <= 15; step++) {
                readings = simulation.advance(Commands.NONE, step / 10.0);
                moved += readings.counts().teleported();
            }
            assertThat(moved).isEqualTo(1);
            assertThat(readings.vehicle(0).lane()).isEqualTo("east_0");
        }
    }

    @Test
    void aVehicleThatHasLeftIsNamedByReadingAndByCommand() {
        try (TrafficSimulation simulation = begin(1, CollisionAction.WARN)) {
            simulation.takeControl(Square.VEHICLES, NONE);
            assertThatThrownBy(() -> drive(simulation, Map.of("a", 10.0, "b", 20.0), 60))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContaining("'b'")
                    .hasMessageContaining("not in the network any more");
            double next = simulation
                            .subscribe(SubscriptionSpec.ofVehicles(List.of("a")))
                            .seconds()
                    + Square.STEP;
            assertThatThrownBy(() -> simulation.advance(Commands.toVehicles(Map.of("b", 1.0)), next))
                    .hasMessageContaining("SUMO refused to set the speed of vehicle 'b'");
            assertThatThrownBy(() -> simulation.takeControl(List.of("b"), NONE))
                    .hasMessageContaining("'b'")
                    .hasMessageContaining("not known");
            assertThatThrownBy(() -> simulation.subscribe(SubscriptionSpec.ofVehicles(Square.VEHICLES)))
                    .hasMessageContaining("SUMO refused to subscribe to 'b'");
        }
    }

    @Test
    void aVehicleDrivesItsCircleAsOftenAsItWasSaid() {
        try (TrafficSimulation simulation = begin(MANY_ROUNDS, CollisionAction.WARN)) {
            simulation.takeControl(Square.VEHICLES, NONE);
            Readings readings = drive(simulation, Map.of("a", 20.0, "b", 20.0), 100);
            assertThat(readings.vehicle(0).speedMetersPerSecond()).isEqualTo(20);
        }
    }

    @Test
    void theSameSeedIsTheSameDriveAndAnotherIsNot() {
        assertThat(record(3)).isEqualTo(record(3)).isNotEqualTo(record(4));
    }

    @Test
    void aSpeedThatIsNoneIsRefusedBeforeAnythingIsSent() {
        for (double speed : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Commands.toVehicles(Map.of("a", speed)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'a'");
        }
    }

    @Test
    void aSumoThatDiesUnderCommandsIsTold() throws Exception {
        Set<Long> before = OwnSumo.pids();
        try (TrafficSimulation simulation = begin(MANY_ROUNDS, CollisionAction.WARN)) {
            simulation.takeControl(Square.VEHICLES, NONE);
            ProcessHandle sumo = OwnSumo.onlyNew(before);
            sumo.destroyForcibly();
            sumo.onExit().get(60, TimeUnit.SECONDS);
            assertThatThrownBy(() -> drive(simulation, Map.of("a", 1.0), 1)).hasMessageContaining("ended by signal 9");
        }
    }

    private List<VehicleState> record(int seed) {
        List<VehicleState> record = new ArrayList<>();
        try (TrafficSimulation simulation =
                Square.begin(simulator, Square.setup(network, MANY_ROUNDS, CollisionAction.WARN, seed))) {
            for (int step = 2; step <= 200; step++) {
                record.add(simulation.advance(Commands.NONE, step * Square.STEP).vehicle(0));
            }
        }
        return record;
    }

    private static Readings drive(TrafficSimulation simulation, Map<String, Double> speeds, int seconds) {
        Readings last = simulation.advance(Commands.toVehicles(speeds), 0.2);
        for (int step = 3; step <= 10 * seconds; step++) {
            last = simulation.advance(Commands.toVehicles(speeds), step / 10.0);
        }
        return last;
    }
}

package io.clearway.sumo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.metric.TravelMode;
import io.clearway.metric.TripMeasures;
import io.clearway.metric.TripMeasures.TripCounts;
import io.clearway.simulation.SimulationException;
import io.clearway.simulation.trips.TravelRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as SUMO writes it, with measures computed by hand. */
class TripFileTest {
    private static final String FILE = """
            <tripinfos>
              <tripinfo id="a" depart="10" departDelay="2.00" arrival="110" duration="100.00" waitingTime="30.00"
                  waitingCount="2" timeLoss="40.00" vType="car">
                <emissions CO2_abs="2000000" fuel_abs="600000"/>
              </tripinfo>
              <personinfo id="w" depart="0" type="DEFAULT_PEDTYPE">
                <walk depart="0" arrival="50" duration="50" timeLoss="4"/>
                <ride depart="50" arrival="90" duration="40" timeLoss="9"/>
                <walk depart="90" arrival="120" duration="30" timeLoss="6"/>
              </personinfo>
              <personinfo id="v" depart="0" type="DEFAULT_PEDTYPE">
                <walk depart="0" arrival="-1" duration="20" timeLoss="0.00" routeLength="-1" maxSpeed="1.4"/>
              </personinfo>
              <tripinfo id="b" depart="200" departDelay="8.00" arrival="-1.00" duration="60.00" waitingTime="50.00"
                  waitingCount="1" timeLoss="52.00" vType="line@b" vaporized="end">
                <emissions CO2_abs="500000" fuel_abs="100000"/>
              </tripinfo>
              <tripinfo id="c" depart="-1" departDelay="98.00" arrival="-1.00" duration="0.00" waitingTime="0.00"
                  waitingCount="0" timeLoss="0.00" vType="car" vaporized="end"/>
              <tripinfo id="early" depart="-1" departDelay="-40.00" arrival="-1.00" duration="0.00" waitingTime="0.00"
                  waitingCount="0" timeLoss="0.00" vType="car" vaporized="end"/>
            </tripinfos>
            """;

    @TempDir
    Path folder;

    private TravelRecord read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("trips.xml"), text);
        return TripFile.read(file, Map.of("car", "passenger", "line", "bus"), Map.of());
    }

    @Test
    void measuresAllDueTripsOfVehicles() throws IOException {
        TripMeasures all = read(FILE).vehicles();
        assertThat(all.counts()).isEqualTo(new TripCounts(3, 1, 1));
        assertThat(all.times().delaySeconds()).isEqualTo((42.0 + 60 + 98) / 3);
        assertThat(all.times().timeLossSeconds()).isEqualTo(92.0 / 3);
        assertThat(all.times().travelSeconds()).isEqualTo((100.0 + 68 + 98) / 3);
        assertThat(all.times().waitingSeconds()).isEqualTo(80.0 / 3);
        assertThat(all.times().stops()).isEqualTo(1);
        assertThat(all.delay().median()).isCloseTo(60, within(0.1));
        assertThat(all.delay().percentile95()).isCloseTo(98, within(0.1));
        assertThat(all.emissions().fuelKilograms()).isEqualTo(0.7);
        assertThat(all.emissions().carbonDioxideKilograms()).isEqualTo(2.5);
    }

    @Test
    void tellsModesApart() throws IOException {
        Map<TravelMode, TripMeasures> byMode = read(FILE).byMode();
        assertThat(byMode).containsOnlyKeys(TravelMode.CAR, TravelMode.BUS, TravelMode.WALK);
        assertThat(Objects.requireNonNull(byMode.get(TravelMode.BUS)).times().delaySeconds())
                .isEqualTo(60);
        TripMeasures walkers = Objects.requireNonNull(byMode.get(TravelMode.WALK));
        assertThat(walkers.counts()).isEqualTo(new TripCounts(2, 1, 0));
        assertThat(walkers.times().delaySeconds()).isEqualTo((10.0 + 20) / 2);
        assertThat(walkers.emissions().recorded()).isFalse();
    }

    @Test
    void aVehicleThatWasTakenOutDidNotArrive() throws IOException {
        TripMeasures all = read(FILE.replace("vType=\"car\">", "vType=\"car\" vaporized=\"collision\">"))
                .vehicles();
        assertThat(all.counts()).isEqualTo(new TripCounts(3, 0, 1));
    }

    @Test
    void anEmptyFileHasNoTrips() throws IOException {
        assertThat(read("<tripinfos/>").vehicles()).isEqualTo(TripMeasures.NONE);
    }

    @Test
    void refusesWhatSumoDidNotWrite() {
        assertThatThrownBy(() -> read("<tripinfos><tripinfo vType=\"car\" depart=\"x\"/></tripinfos>"))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("depart")
                .hasMessageContaining("trips.xml");
    }
}

package io.clearway.sumo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clearway.simulation.RoadNetwork.Access;
import io.clearway.simulation.RoadNetwork.Lane;
import io.clearway.simulation.RoadNetwork.RoadUser;
import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use a lane, and how steep it is. */
class LaneTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "disallow='tram rail_urban rail ship' | CARS BICYCLES",
                "disallow='pedestrian rail_urban' | CARS BICYCLES TRAMS",
                "disallow='pedestrian bicycle tram rail_urban' | CARS",
                "allow='bicycle pedestrian' | BICYCLES",
                "allow='bus taxi bicycle' | BICYCLES",
                "allow='tram' | TRAMS",
                "allow='pedestrian' | ''",
                "allow='all' | CARS BICYCLES TRAMS",
                "disallow='all' | ''"
            })
    void whoMayUseALaneIsReadFromItsClasses(String classes, String users) throws IOException {
        Set<RoadUser> expected = Stream.of(users.split(" ", -1))
                .filter(user -> !user.isEmpty())
                .map(RoadUser::valueOf)
                .collect(Collectors.toSet());
        assertThat(lane(classes).access()).isEqualTo(new Access(expected, true));
    }

    @Test
    void aLaneThatSaysNothingIsNobodysInParticular() throws IOException {
        assertThat(lane("").access()).isEqualTo(Access.UNSTATED);
        assertThat(lane("").allowsCars()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0,0,10 100,0,5 | -0.05",
                "0,0,10 50,0,10 100,0,7 | -0.06",
                // 25 m down by 2 m, before them level
                "0,0,8 60,0,8 85,0,8 110,0,6 | -0.04",
                "0,0,0 30,40,2 | 0.04",
                "0,0 100,0 | 0",
                "0,0,5 3,0,4 | 0",
                "0,0,1 0,0,1 | 0"
            })
    void theGradeIsThatOfTheLastFiftyMeters(String shape, double grade) throws IOException {
        assertThat(lane("shape='" + shape + "'").grade()).isCloseTo(grade, within(1e-9));
    }

    @Test
    void aHeightThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> lane("shape='0,0,0 9,0,high'"))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("\"9,0,high\"");
    }

    private Lane lane(String attributes) throws IOException {
        String network = """
                <net><edge id="a" from="x" to="y">
                    <lane id="a_0" index="0" speed="13.9" length="50" %s/>
                </edge></net>
                """.formatted(attributes.replace('\'', '"'));
        Path file = Files.writeString(folder.resolve("net.xml"), network);
        return Objects.requireNonNull(NetworkFile.read(file).lanesById().get("a_0"));
    }
}

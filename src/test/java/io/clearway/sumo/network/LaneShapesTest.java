package io.clearway.sumo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.RoadMap.LaneShape;
import io.clearway.simulation.RoadMap.Point;
import io.clearway.simulation.SimulationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneShapesTest {
    @TempDir
    private Path folder;

    @Test
    void lanesOfRoadsAndJunctionsAreReadAndThoseOfPedestriansAreNot() throws IOException {
        assertThat(LaneShapes.read(file("""
                        <net>
                          <edge id=":a" function="internal"><lane id=":a_0" shape="0,0 1.5,2"/></edge>
                          <edge id=":c" function="crossing"><lane id=":c_0" shape="0,0 1,2"/></edge>
                          <edge id="r" from="a" to="b"><lane id="r_0" width="3.5" shape="1,2,7 3,4,8 5,6,9"/></edge>
                        </net>""")).lanes())
                .containsExactly(
                        new LaneShape(":a_0", true, 3.2, List.of(new Point(0, 0), new Point(1.5, 2))),
                        new LaneShape("r_0", false, 3.5, List.of(new Point(1, 2), new Point(3, 4), new Point(5, 6))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "1,2 x,3", "1 2", ""})
    void aShapeThatIsNoneIsToldWithFileAndLine(String shape) throws IOException {
        Path file = file("<net><edge id=\"r\"><lane id=\"r_0\" shape=\"" + shape + "\"/></edge></net>");
        assertThatThrownBy(() -> LaneShapes.read(file))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("net.xml, line 1")
                .hasMessageContaining("shape");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("net.xml"), content);
    }
}

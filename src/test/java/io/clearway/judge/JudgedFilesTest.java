package io.clearway.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.judge.MovementService.Red;
import io.clearway.judge.SignalLog.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the judge reads: the network, SUMO's log, the positions of walkers. */
class JudgedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void foesAreReadFromTheRightAndThroughAWayThatIsCut() throws IOException {
        JudgedLight light = SmallJunction.network(folder).light("J");
        assertThat(light.size()).isEqualTo(4);
        assertThat(light.foes(0)).containsExactly(1, 2);
        assertThat(light.foes(1)).containsExactly(0, 2, 3);
        assertThat(light.foes(2)).containsExactly(0, 1, 3);
        assertThat(light.foes(3)).containsExactly(1, 2);
        assertThat(light.yields(2, 0)).isTrue();
        assertThat(light.yields(0, 2)).isFalse();
        assertThat(light.onlyMerge(1, 2)).isTrue();
        assertThat(light.onlyMerge(0, 2)).isFalse();
        assertThat(light.links(2))
                .singleElement()
                .satisfies(link -> assertThat(link.meters()).isEqualTo(12));
        assertThat(light.crossingMeters(3)).isEqualTo(12);
        assertThat(light.isWalk(3)).isTrue();
        assertThat(light.isVehicles(3)).isFalse();
    }

    @Test
    void aLogKeepsChangesAndItsEnd() throws IOException {
        SignalLog log = SmallJunction.log(folder, "Grrr 10, yrrr 3, rrrr 5");
        assertThat(log.shown("J")).containsExactly(new Shown(0, "Grrr"), new Shown(10, "yrrr"), new Shown(13, "rrrr"));
        assertThat(log.endSeconds("J")).isEqualTo(18);
        assertThat(log.stateAt("J", 9)).isEqualTo("Grrr");
        assertThat(log.stateAt("J", 12)).isEqualTo("yrrr");
        assertThat(log.stateAt("J", 17)).isEqualTo("rrrr");
    }

    @Test
    void aLogOfAKilledSumoIsReadAndABrokenOneIsNot() throws IOException {
        String rows = SmallJunction.rows("Grrr 10, yrrr 3");
        Path cut = Files.writeString(folder.resolve("cut.xml"), rows + "<tlsState time=\"13.0");
        assertThat(SignalLog.read(cut).endSeconds("J")).isEqualTo(13);
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<a></b>" + rows.repeat(1000));
        assertThatThrownBy(() -> SignalLog.read(broken)).hasMessageContaining("broken.xml is not XML");
    }

    @Test
    void theLongestTimeWithoutGreenIsTold() throws IOException {
        JudgedLight light = SmallJunction.network(folder).light("J");
        SignalLog log = SmallJunction.log(folder, "rrrG 4, Grrr 10, yrrr 3, rrrr 5, grrr 2, yrrr 3");
        assertThat(MovementService.longest(log, light))
                .containsExactly(new Red(0, 14, 22), new Red(1, 0, 27), new Red(2, 0, 27), new Red(3, 4, 27));
    }

    @Test
    void walkersBeforePriorityGreenAreCounted() throws IOException {
        NetworkConflicts network = SmallJunction.network(folder);
        SignalLog log = SmallJunction.log(folder, "rrgG 2, rrGr 2, Grrr 2");
        Path positions = Files.writeString(folder.resolve("positions.xml"), """
                <fcd-export>
                    <timestep time="0.00"><person id="p" edge=":J_c0"/></timestep>
                    <timestep time="1.00"><person id="p" edge=":J_c0"/><person id="q" edge=":J_c0"/></timestep>
                    <timestep time="2.00"><person id="q" edge=":J_c0"/></timestep>
                    <timestep time="3.00"><person id="q" edge=":J_c0"/></timestep>
                    <timestep time="4.00"><person id="r" edge=":J_c0"/><person id="s" edge="e"/></timestep>
                </fcd-export>
                """);
        assertThat(WalkersOnCrossings.count(network, log, positions)).isEqualTo(new WalkersOnCrossings(3, 1, 6, 2));
        assertThat(WalkersOnCrossings.filter(network)).isEqualTo("edge::J_c0\n");
    }

    @Test
    void aConfigurationKeepsItsAdditionalFiles() throws IOException {
        SmallJunction.network(folder);
        Path configuration = Files.writeString(folder.resolve("town.sumocfg"), """
                <configuration><input><net-file value="small.net.xml"/><additional-files value="a.xml, b.xml"/></input>
                </configuration>
                """);
        JudgedRun run = JudgedRun.of(configuration);
        Path absolute = folder.toAbsolutePath();
        assertThat(run.arguments())
                .contains(absolute.resolve("a.xml") + "," + absolute.resolve("b.xml") + ","
                        + absolute.resolve("judge.add.xml"));
        assertThat(folder.resolve("judge.add.xml"))
                .content()
                .contains("source=\"J\"", run.log().toString());
    }
}

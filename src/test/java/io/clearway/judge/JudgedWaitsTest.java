package io.clearway.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.judge.JudgedWaits.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At the {@link SmallJunction}: one from the west, one from the north, one who has arrived. */
class JudgedWaitsTest {
    private static final String ROUTES = """
            <routes>
                <vehicle id="west"><route edges="w E"/></vehicle>
                <vehicle id="north"><routeDistribution>
                    <route edges="n E"/><route edges="n S"/>
                </routeDistribution></vehicle>
                <vehicle id="arrived"><route edges="x w"/></vehicle>
            </routes>
            """;

    @TempDir
    private Path folder;

    @Test
    void aWaitLastsFromTheFirstWhoStandsAtRedUntilTheGreen() throws IOException {
        // the west has green until 10, the north from 20
        assertThat(waits(
                        "Grrr 10, yrrr 3, rrrr 7, rGrr 10, rrrr 5",
                        row(12, "west", "w_0", 0.05),
                        row(34, "west", "w_0", 0)))
                .containsExactly(new Wait("J", 0, 12, 34));
        assertThat(waits(
                        "Grrr 10, yrrr 3, rrrr 7, rGrr 10, rrrr 5",
                        row(5, "west", "w_0", 0),
                        row(6, "north", "n_0", 0),
                        row(15, "north", "n_0", 3),
                        row(20, "north", "n_0", 0)))
                .containsExactly(new Wait("J", 0, 5, 5), new Wait("J", 1, 6, 20));
    }

    @Test
    void whoMovesOrGoesNowhereDoesNotWait() throws IOException {
        assertThat(waits("rrrr 30", row(5, "west", "w_0", 3), row(6, "arrived", "w_0", 0), row(29, "west", "w_0", 0.2)))
                .isEmpty();
    }

    private static String row(int second, String vehicle, String lane, double speed) {
        return "<timestep time=\"%d.00\"><vehicle id=\"%s\" lane=\"%s\" speed=\"%.2f\" pos=\"1\"/></timestep>"
                .formatted(second, vehicle, lane, speed);
    }

    private List<Wait> waits(String states, String... rows) throws IOException {
        Path positions = Files.writeString(
                folder.resolve("positions.xml"), "<fcd-export>" + String.join("", rows) + "</fcd-export>");
        Path routes = Files.writeString(folder.resolve("routes.xml"), ROUTES);
        return JudgedWaits.of(SmallJunction.network(folder), SmallJunction.log(folder, states), positions, routes);
    }
}

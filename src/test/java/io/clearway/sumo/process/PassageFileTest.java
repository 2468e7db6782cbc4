package io.clearway.sumo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.simulation.SimulationException;
import io.clearway.simulation.trips.LoopPassage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageFileTest {
    private static final String ROWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <instantE1>
                <instantOut id="3" time="12.40" state="enter" vehID="a&amp;b" speed="9.00" length="5.00" type="car" gap="3"/>
                <instantOut id="3" time="13.00" state="stay" vehID="a&amp;b" speed="9.00" length="5.00" type="car"/>
                <instantOut id="3" time="13.10" state="leave" vehID="a&amp;b" speed="9.00" length="5.00" type="car"/>
            """;

    @TempDir
    Path folder;

    private List<LoopPassage> read(String text) throws IOException {
        List<LoopPassage> passages = new ArrayList<>();
        PassageFile.read(Files.writeString(folder.resolve("passages.xml"), text), 1, passages::add);
        return passages;
    }

    @Test
    void comingAndLeavingAreDatedAStepLater() throws IOException {
        assertThat(read(ROWS + "</instantE1>\n"))
                .satisfiesExactly(
                        enter -> {
                            assertThat(enter.seconds()).isEqualTo(13.4);
                            assertThat(enter.loop()).isEqualTo(3);
                            assertThat(enter.enters()).isTrue();
                        },
                        leave -> {
                            assertThat(leave.seconds()).isEqualTo(14.1);
                            assertThat(leave.enters()).isFalse();
                            assertThat(leave.vehicle()).isEqualTo("a&amp;b");
                        });
    }

    @Test
    void aRecordWithoutRowsIsWhole() throws IOException {
        assertThat(read("<instantE1>\n</instantE1>\n")).isEmpty();
    }

    @Test
    void aRecordThatIsCutOffIsRefused() {
        assertThatThrownBy(() -> read(ROWS))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("cut off");
    }
}

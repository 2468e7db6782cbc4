package io.clearway.scenario.atsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveSignal;
import io.clearway.scenario.atsc.definition.DefinitionReader;
import io.clearway.setting.Settings;
import io.clearway.sumo.PlainTown;
import io.clearway.timing.SignalTiming;
import io.clearway.timing.TimingSheet;
import io.clearway.timing.TimingSheetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order of stages in the file beside a network. */
class OwnersOrderTest {
    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    @Test
    void theOrderOfTheFileIsThatOfTheSignalAndOneThatCannotBeIsNamed() throws IOException {
        copy(Path.of("sumo-networks/monaco"), folder);
        LiveInterface given = live();
        LiveSignal signal = given.signals().get(0);
        List<Integer> order = IntStream.range(0, signal.phases().size())
                .map(stage -> signal.phases().size() - 1 - stage)
                .boxed()
                .toList();
        write(given.timings(), signal.light(), order);
        assertThat(live().signals().get(0).timing().order()).isEqualTo(order);
        assertThat(live().signals().get(0).order().number(signal.phases().get(0)))
                .isZero();
        write(given.timings(), signal.light(), List.of(0, 99));
        assertThatThrownBy(() -> live().signals())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.resolve(TimingSheetFile.NAME) + ", signal '" + signal.light()
                        + "': order [0, 99] has stage 99, which there is not; give stages from 0 to");
    }

    private LiveInterface live() {
        return new SignalScenario(DefinitionReader.read(folder), PlainTown.simulator(cache)).live(Settings.none());
    }

    private void write(TimingSheet sheet, String light, List<Integer> order) throws IOException {
        SignalTiming timing = sheet.of(light);
        Map<String, SignalTiming> signals = new HashMap<>(sheet.signals());
        signals.put(light, new SignalTiming(timing.movements(), timing.intergreens(), order));
        Files.writeString(
                folder.resolve(TimingSheetFile.NAME), TimingSheetFile.text(new TimingSheet(sheet.profile(), signals)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}

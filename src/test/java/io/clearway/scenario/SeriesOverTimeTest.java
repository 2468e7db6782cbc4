package io.clearway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clearway.scenario.SeriesOverTime.Clock;
import io.clearway.scenario.SeriesOverTime.Limit;
import io.clearway.scenario.SeriesOverTime.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class SeriesOverTimeTest {
    private static final Clock DAYS = new Clock("days", 1);
    private static final List<Limit> BAND = List.of(new Limit("lower", 0.95), new Limit("upper", 1.05));

    private final SeriesRecorder recorder = new SeriesRecorder("voltages", "1", DAYS, List.of("a", "b"), BAND);

    @Test
    void whatIsRecordedStepByStepBecomesLines() {
        recorder.add(1, 0.9);
        recorder.add(1.01, 0.93);
        assertThat(recorder.series())
                .isEqualTo(new SeriesOverTime(
                        "voltages",
                        "1",
                        DAYS,
                        List.of(new Line("a", List.of(1.0, 1.01)), new Line("b", List.of(0.9, 0.93))),
                        BAND));
    }

    @Test
    void itSurvivesJson() {
        recorder.add(1, 0.9);
        JsonMapper json = new JsonMapper();
        String written = json.writeValueAsString(List.of(recorder.series()));
        assertThat(json.readValue(written, new TypeReference<List<SeriesOverTime>>() {}))
                .containsExactly(recorder.series());
    }

    @Test
    void linesOfOtherLengthsAndValuesThatAreNoNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder.add(1))
                .withMessage("The series 'voltages' has 2 lines, not 1");
        List<Line> uneven = List.of(new Line("a", List.of(1.0)), new Line("b", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeriesOverTime("voltages", "1", DAYS, uneven, BAND))
                .withMessageContaining("[1, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line("a", List.of(Double.NaN)))
                .withMessageContaining("'a' has NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Clock("days", 0));
    }
}

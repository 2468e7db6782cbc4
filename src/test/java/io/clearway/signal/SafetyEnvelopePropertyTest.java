package io.clearway.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearway.simulation.RoadNetwork.Program;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is requested and whoever interferes, the independent monitor never trips on what the envelope shows. */
class SafetyEnvelopePropertyTest {
    private static final int SECONDS = 5_000;
    private final TrafficLight light =
            Junction.light(Junction.STAGES.stream().map(Phase::state).toArray(String[]::new));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyWishesBecomeALegalStretchOfStates(long seed) {
        Adversary adversary = new Adversary(light, Junction.timing(0), Junction.STAGES, seed);
        assertThat(adversary.play(SECONDS, 0)).isEmpty();
        assertThat(adversary.stagesShown()).isEqualTo(Junction.STAGES.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void afterAnyInterferenceTheWayBackIsLegal(long seed) {
        for (double override : List.of(0.02, 0.3)) {
            Adversary adversary = new Adversary(light, Junction.timing(0), Junction.STAGES, seed);
            assertThat(adversary.play(SECONDS, override)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stagesThatOnlyTheOwnerAllowsAreChangedByTheSameRules(long seed) {
        TrafficLight owners = Junction.light("rGrGrr", "rgrrGG", "grgrrr", "GrrrGr");
        List<Phase> stages = owners.programs().stream()
                .map(Program::phases)
                .flatMap(List::stream)
                .map(step -> new Phase(step.state()))
                .toList();
        Adversary adversary = new Adversary(owners, Junction.timing(0), stages, seed);
        assertThat(adversary.play(SECONDS, 0)).isEmpty();
        assertThat(adversary.stagesShown()).isEqualTo(stages.size());
    }
}

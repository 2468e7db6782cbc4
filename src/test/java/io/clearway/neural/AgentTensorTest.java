package io.clearway.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgentTensorTest {
    private final AgentTensor two = AgentTensor.of(2, 3, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    @Test
    void rowsOfAnAgentStandTogether() {
        assertThat(two.get(0, 2, 1)).isEqualTo(6);
        assertThat(two.get(1, 0, 0)).isEqualTo(7);
        assertThat(two.at(1, 2)).isEqualTo(10);
        assertThat(two.row(1, 1)).containsExactly(9, 10);
    }

    @Test
    void aNumberThatIsSetIsTheOnlyOneThatChanges() {
        AgentTensor zeros = two.zerosLike();
        zeros.set(1, 0, 1, 4);
        assertThat(zeros.values()).containsExactly(0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0);
    }

    @Test
    void aWrongLengthIsRefusedWithTheShapeThatWasMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgentTensor.of(2, 3, 2, 1, 2, 3))
                .withMessage("3 values do not fit the shape [2 agents][3 rows][2 wide]");
    }

    @Test
    void aWrongShapeIsRefusedWithTheExpectedAndTheGivenOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.require("inputs", 2, 2, 3))
                .withMessage("The shape of inputs is [2 agents][3 rows][2 wide], but must be"
                        + " [2 agents][2 rows][3 wide]");
    }

    @Test
    void rowsAreConcatenatedSideBySide() {
        AgentTensor one = AgentTensor.of(2, 3, 1, 20, 21, 22, 23, 24, 25);
        AgentTensor wide = AgentTensor.concat(one, two);
        assertThat(wide).hasToString("[2 agents][3 rows][3 wide]");
        assertThat(wide.row(0, 1)).containsExactly(21, 3, 4);
        assertThat(wide.row(1, 2)).containsExactly(25, 11, 12);
        assertThatIllegalArgumentException().isThrownBy(() -> AgentTensor.concat(two, AgentTensor.zeros(2, 2, 1)));
    }

    @Test
    void rowsAreStackedAgentByAgent() {
        AgentTensor more = AgentTensor.of(2, 1, 2, 20, 21, 22, 23);
        AgentTensor high = AgentTensor.stack(List.of(more, two));
        assertThat(high).hasToString("[2 agents][4 rows][2 wide]");
        assertThat(high.row(0, 0)).containsExactly(20, 21);
        assertThat(high.row(1, 3)).containsExactly(11, 12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgentTensor.stack(List.of(two, AgentTensor.zeros(2, 1, 3))));
    }

    @Test
    void whatIsGatheredFromSomeAgentsIsScatteredBackToThem() {
        AgentTensor last = two.gather(List.of(1));
        assertThat(last.values()).containsExactly(7, 8, 9, 10, 11, 12);
        AgentTensor all = two.zerosLike();
        all.scatter(last, List.of(0));
        assertThat(all.values()).containsExactly(7, 8, 9, 10, 11, 12, 0, 0, 0, 0, 0, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> all.scatter(last, List.of(0, 1)));
    }

    @Test
    void aRowIsCopiedIntoAWiderOne() {
        AgentTensor wide = AgentTensor.zeros(1, 2, 4);
        two.copyRow(1, 1, wide, wide.at(0, 1, 2));
        assertThat(wide.values()).containsExactly(0, 0, 0, 0, 0, 0, 9, 10);
    }

    @Test
    void columnsAreTakenOutOfRows() {
        AgentTensor wide = AgentTensor.concat(two, two);
        assertThat(wide.columns(1, 2).row(1, 0)).containsExactly(8, 7);
    }

    @Test
    void aFunctionIsAppliedToACopy() {
        assertThat(two.map(value -> 2 * value).row(1, 2)).containsExactly(22, 24);
        assertThat(two.row(1, 2)).containsExactly(11, 12);
    }
}

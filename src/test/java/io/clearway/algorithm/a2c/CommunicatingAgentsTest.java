package io.clearway.algorithm.a2c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Play;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.TwoJunctions;
import io.clearway.algorithm.a2c.method.ConseNet;
import io.clearway.algorithm.a2c.method.Dial;
import io.clearway.algorithm.a2c.method.FPrint;
import io.clearway.algorithm.a2c.method.Ia2c;
import io.clearway.algorithm.a2c.method.Ic3Net;
import io.clearway.algorithm.a2c.method.NeurComm;
import io.clearway.network.ActionSpace.Box;
import io.clearway.network.AgentGraph;
import io.clearway.network.AgentGraph.Link;
import io.clearway.network.AgentSpec;
import io.clearway.network.JointObservation;
import io.clearway.network.Seeds;
import io.clearway.neural.compute.ComputePool;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Execution is decentralized, on a line a – b – c – d of unequal agents. */
class CommunicatingAgentsTest {
    private static final Task LINE = new Task(
            new AgentGraph(
                    List.of("a", "b", "c", "d"), List.of(new Link("a", "b"), new Link("b", "c"), new Link("c", "d"))),
            List.of(
                    new AgentSpec("a", 2, 2),
                    new AgentSpec("b", 1, 3),
                    new AgentSpec("c", 2, 2),
                    new AgentSpec("d", 3, 4)),
            60);

    static List<CommunicationMethod> methods() {
        return GradientsTest.methods();
    }

    private static JointObservation seen(float byD) {
        return JointObservation.of(
                new float[][] {{1, 2}, {3}, {0.5f, 1}, {byD, 0, 1}},
                new boolean[][] {{true, true}, {true, false, true}, {true, true}, {true, true, true, true}});
    }

    /** Policies of agent a in the steps after d sees something, in which all see the same otherwise. */
    private static List<float[]> policiesOfA(CommunicationMethod method, float byD, int steps) {
        A2cSettings settings = new Settings(Map.of("encoder", 8, "hidden", 8)).over(method.defaults());
        try (ComputePool pool = new ComputePool(1);
                A2cNetworks networks = new A2cNetworks(method, LINE, settings, 1, pool)) {
            CommunicatingAgents agents = networks.acting().greedy();
            List<float[]> policies = new ArrayList<>();
            for (int step = 0; step < steps; step++) {
                agents.act(seen(step == 0 ? byD : 0));
                policies.add(agents.log()
                        .policyAfter(step + 1, networks.topology().shape())
                        .row(0, 0));
            }
            return policies;
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whatAnAgentThreeHopsAwaySeesComesOnlyThroughMessages(CommunicationMethod method) {
        List<float[]> calm = policiesOfA(method, 0, 4);
        List<float[]> alarmed = policiesOfA(method, 5, 4);
        // d's neighbor hears or sees it at once at best, and it takes a step per hop from there
        assertThat(alarmed.get(0)).isEqualTo(calm.get(0));
        assertThat(alarmed.get(1)).isEqualTo(calm.get(1));
    }

    @Test
    void beliefsAreToldOnFromNeighborToNeighbor() {
        assertThat(policiesOfA(new NeurComm(), 5, 4).get(3))
                .isNotEqualTo(policiesOfA(new NeurComm(), 0, 4).get(3));
        assertThat(policiesOfA(new Ia2c(), 5, 4).get(3))
                .isEqualTo(policiesOfA(new Ia2c(), 0, 4).get(3));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void illegalActionsOfUnequalAgentsAreNeverTaken(CommunicationMethod method) {
        try (ComputePool pool = new ComputePool(1);
                A2cNetworks networks = new A2cNetworks(method, LINE, method.defaults(), 1, pool)) {
            CommunicatingAgents agents = networks.acting().drawing(new Seeds(3).generator("test", 1));
            for (int step = 0; step < 50; step++) {
                var action = agents.act(seen(0));
                assertThat(action.choice(0)).isBetween(0, 1);
                assertThat(action.choice(1)).isIn(0, 2);
                assertThat(action.choice(3)).isBetween(0, 3);
            }
        }
    }

    @Test
    void aClosedGateKeepsAMessageFromItsNeighbors() {
        Ic3Net method = new Ic3Net();
        A2cSettings settings = new Settings(Map.of("encoder", 8, "hidden", 8)).over(method.defaults());
        try (ComputePool pool = new ComputePool(1);
                A2cNetworks networks = new A2cNetworks(method, LINE, settings, 1, pool)) {
            var acting = networks.acting();
            float[] open = secondPolicyOfA(acting, true);
            float[] closed = secondPolicyOfA(acting, false);
            assertThat(open).isNotEqualTo(closed);
        }
    }

    private static CommunicatingAgents.Choice taking(float number) {
        return (any, to, at) -> to[at] = number;
    }

    /** With gates that are all open or all closed. */
    private static float[] secondPolicyOfA(A2cNetworks.Acting acting, boolean open) {
        var agents = new CommunicatingAgents(acting.network(), acting.weights(), taking(open ? 1 : 0), taking(0));
        agents.act(seen(0));
        agents.act(seen(0));
        return agents.log().policyAfter(2, acting.network().topology().shape()).row(0, 0);
    }

    @Test
    void agentsOfTwoKindsAreRefused() {
        Task task = new Task(
                LINE.graph(),
                List.of(
                        new AgentSpec("a", 2, 2),
                        new AgentSpec("b", 1, Box.of(-1, 1)),
                        new AgentSpec("c", 2, 2),
                        new AgentSpec("d", 3, 4)),
                60);
        assertThatThrownBy(() -> new AdvantageActorCritic(new Dial()).start(task, Settings.none(), new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("1 agents with continuous and 3 with discrete actions");
    }

    @Test
    void consensusWantsWeightsOfEachAgentsOwn() {
        Settings shared = new Settings(Map.of("sharing", "same-shape"));
        assertThatThrownBy(() -> new AdvantageActorCritic(new ConseNet()).start(LINE, shared, new Seeds(1)))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sharing");
    }

    @Test
    void anEpisodeOfAnotherPolicyIsNotLearnedFrom() {
        try (Learner learner =
                new AdvantageActorCritic(new FPrint()).start(TwoJunctions.task(), Settings.none(), new Seeds(1))) {
            var strange = Play.episodes(new TwoJunctions(), Play::random, 1, 1);
            assertThatThrownBy(() -> learner.learn(strange))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("behavior policy");
        }
    }
}

package io.clearway.algorithm;

import io.clearway.network.AgentGraph;
import io.clearway.network.AgentSpec;
import io.clearway.network.Environment;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.network.JointReward;
import io.clearway.network.Step;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two signals on a street, small enough to be solved exactly. Each lets one vehicle pass per decision from its main or
 * its side approach; who leaves the first main approach comes to the second. A change of approach holds for the next
 * decision too. Vehicles come by a clock of four decisions that both see; queues hold up to three; reward is minus the
 * vehicles waiting. The seed draws how an episode begins.
 */
public final class TwoJunctions implements Environment {
    public static final int HORIZON = 60;
    private static final int LONGEST = 3;
    private static final int CLOCK = 4;
    private static final int STATES = 64 * 64 * CLOCK;
    private static final double[][] VALUES = solve();

    private final Junction[] junctions = {new Junction(0, 0, 0, false), new Junction(0, 0, 0, false)};
    private int clock;
    private int time;

    private record Junction(int main, int side, int shown, boolean held) {
        boolean[] legal() {
            return new boolean[] {!held || shown == 0, !held || shown == 1};
        }

        int code() {
            return ((main * 4 + side) * 2 + shown) * 2 + (held ? 1 : 0);
        }

        static Junction of(int code) {
            return new Junction(code / 16, code / 4 % 4, code / 2 % 2, code % 2 == 1);
        }

        boolean lets(int action) {
            return action == 0 && main > 0;
        }

        Junction after(int action, int mainArrivals, int sideArrivals) {
            int mainLeft = main - (lets(action) ? 1 : 0);
            int sideLeft = side - (action == 1 && side > 0 ? 1 : 0);
            return new Junction(
                    Math.min(LONGEST, mainLeft + mainArrivals),
                    Math.min(LONGEST, sideLeft + sideArrivals),
                    action,
                    action != shown);
        }

        float[] seen(int clock) {
            float[] seen = {main / 3f, side / 3f, shown, held ? 1 : 0, 0, 0, 0, 0};
            seen[4 + clock] = 1;
            return seen;
        }

        int waiting() {
            return main + side;
        }
    }

    public static AgentGraph street() {
        return new AgentGraph(List.of("a", "b"), List.of(new AgentGraph.Link("a", "b")));
    }

    public static Task task() {
        return new Task(street(), List.of(new AgentSpec("a", 8, 2), new AgentSpec("b", 8, 2)), HORIZON);
    }

    @Override
    public AgentGraph graph() {
        return street();
    }

    @Override
    public List<AgentSpec> agents() {
        return task().agents();
    }

    @Override
    public int horizon() {
        return HORIZON;
    }

    @Override
    public JointObservation reset(long seed) {
        var chance = new SplittableRandom(seed);
        time = 0;
        clock = chance.nextInt(CLOCK);
        Arrays.setAll(junctions, i -> Junction.of(chance.nextInt(64)));
        return observe();
    }

    /** Return of the best joint play of the episode with this seed, by backward induction. */
    public static double optimum(long seed) {
        var game = new TwoJunctions();
        game.reset(seed);
        return VALUES[HORIZON][state(game.junctions[0], game.junctions[1], game.clock)];
    }

    private JointObservation observe() {
        return JointObservation.of(
                new float[][] {junctions[0].seen(clock), junctions[1].seen(clock)},
                new boolean[][] {junctions[0].legal(), junctions[1].legal()});
    }

    @Override
    public Step step(JointAction action) {
        for (int i = 0; i < 2; i++) {
            if (!junctions[i].legal()[action.choice(i)]) {
                throw new IllegalArgumentException(
                        "Action %d of junction %d is not legal".formatted(action.choice(i), i));
            }
        }
        Junction first = junctions[0];
        junctions[0] = first(first, action.choice(0), clock);
        junctions[1] = second(junctions[1], action.choice(1), first.lets(action.choice(0)), clock);
        clock = (clock + 1) % CLOCK;
        time++;
        JointReward reward = JointReward.of(-junctions[0].waiting(), -junctions[1].waiting());
        return new Step(observe(), reward, false, time >= HORIZON);
    }

    private static Junction first(Junction before, int action, int clock) {
        return before.after(action, clock < 2 ? 1 : 0, clock == 2 ? 1 : 0);
    }

    private static Junction second(Junction before, int action, boolean comes, int clock) {
        return before.after(action, comes ? 1 : 0, clock == 3 ? 1 : 0);
    }

    private static int state(Junction first, Junction second, int clock) {
        return (first.code() * 64 + second.code()) * CLOCK + clock;
    }

    /** Value of every state with 0 to all decisions left. */
    private static double[][] solve() {
        double[][] values = new double[HORIZON + 1][STATES];
        for (int left = 1; left <= HORIZON; left++) {
            for (int state = 0; state < STATES; state++) {
                values[left][state] = best(values[left - 1], state);
            }
        }
        return values;
    }

    private static double best(double[] value, int state) {
        Junction first = Junction.of(state / CLOCK / 64);
        Junction second = Junction.of(state / CLOCK % 64);
        int clock = state % CLOCK;
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < 4; action++) {
            if (first.legal()[action / 2] && second.legal()[action % 2]) {
                Junction one = first(first, action / 2, clock);
                Junction two = second(second, action % 2, first.lets(action / 2), clock);
                double after = value[state(one, two, (clock + 1) % CLOCK)];
                best = Math.max(best, after - one.waiting() - two.waiting());
            }
        }
        return best;
    }

    @Override
    public void close() {}
}

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
import java.util.random.RandomGenerator;

/**
 * Two signals on a street, small enough to be solved exactly. Each lets one vehicle pass per decision from its main or
 * its side approach; who leaves the first main approach comes to the second. A change of approach holds for the next
 * decision too. Queues hold up to three; reward is minus the vehicles waiting.
 */
public final class TwoJunctions implements Environment {
    public static final int HORIZON = 60;
    private static final int LONGEST = 3;
    private static final double MAIN = 0.45;
    private static final double SIDE = 0.35;
    private static final int STATES = 16 * 16 * 4 * 4;

    private final Junction[] junctions = {new Junction(0, 0, 0, false), new Junction(0, 0, 0, false)};
    private RandomGenerator chance = new SplittableRandom(0);
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

        float[] seen() {
            return new float[] {main / 3f, side / 3f, shown, held ? 1 : 0};
        }

        int waiting() {
            return main + side;
        }
    }

    public static AgentGraph street() {
        return new AgentGraph(List.of("a", "b"), List.of(new AgentGraph.Link("a", "b")));
    }

    public static Task task() {
        return new Task(street(), List.of(new AgentSpec("a", 4, 2), new AgentSpec("b", 4, 2)), HORIZON);
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
        chance = new SplittableRandom(seed);
        time = 0;
        Arrays.fill(junctions, new Junction(0, 0, 0, false));
        return observe();
    }

    private JointObservation observe() {
        return new JointObservation(
                new float[][] {junctions[0].seen(), junctions[1].seen()},
                new boolean[][] {junctions[0].legal(), junctions[1].legal()},
                new double[][] {{junctions[0].main(), junctions[0].side()}, {junctions[1].main(), junctions[1].side()}
                });
    }

    @Override
    public Step step(JointAction action) {
        for (int i = 0; i < 2; i++) {
            if (!junctions[i].legal()[action.choice(i)]) {
                throw new IllegalArgumentException(
                        "Action %d of junction %d is not legal".formatted(action.choice(i), i));
            }
        }
        int passing = junctions[0].lets(action.choice(0)) ? 1 : 0;
        junctions[0] = junctions[0].after(action.choice(0), arrives(MAIN), arrives(SIDE));
        junctions[1] = junctions[1].after(action.choice(1), passing, arrives(SIDE));
        time++;
        JointReward reward = JointReward.of(-junctions[0].waiting(), -junctions[1].waiting());
        return new Step(observe(), reward, false, time >= HORIZON);
    }

    private int arrives(double probability) {
        return chance.nextDouble() < probability ? 1 : 0;
    }

    /** Expected return of the best joint policy from the empty street, by backward induction. */
    public static double optimum() {
        double[] value = new double[STATES];
        for (int left = 0; left < HORIZON; left++) {
            double[] better = new double[STATES];
            for (int state = 0; state < STATES; state++) {
                better[state] = best(value, Junction.of(state / 64), Junction.of(state % 64));
            }
            value = better;
        }
        return value[0];
    }

    private static double best(double[] value, Junction first, Junction second) {
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < 4; action++) {
            if (first.legal()[action / 2] && second.legal()[action % 2]) {
                best = Math.max(best, expected(value, first, second, action));
            }
        }
        return best;
    }

    private static double expected(double[] value, Junction first, Junction second, int action) {
        double sum = 0;
        int passing = first.lets(action / 2) ? 1 : 0;
        for (int arrivals = 0; arrivals < 8; arrivals++) {
            double probability = (arrivals % 2 == 1 ? MAIN : 1 - MAIN)
                    * (arrivals / 2 % 2 == 1 ? SIDE : 1 - SIDE)
                    * (arrivals / 4 == 1 ? SIDE : 1 - SIDE);
            Junction one = first.after(action / 2, arrivals % 2, arrivals / 2 % 2);
            Junction two = second.after(action % 2, passing, arrivals / 4);
            sum += probability * (value[one.code() * 64 + two.code()] - one.waiting() - two.waiting());
        }
        return sum;
    }

    @Override
    public void close() {}
}

package io.clearway.algorithm.tabular;

import io.clearway.network.AgentSpec;
import io.clearway.network.JointObservation;
import io.clearway.setting.InvalidSetting;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the joint states s in the order of their first occurrence: what all agents observe together, exactly, legal
 * actions included. Every agent knows it, as the paper assumes.
 */
final class JointStates {
    /** Number of a state that has not occurred. */
    static final int UNKNOWN = -1;

    private final int length;
    private final int most;
    /** A state is known by all observed values bit for bit, then the masks. */
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();

    private JointStates(int length, int most) {
        this.length = length;
        this.most = most;
    }

    /**
     * No states yet.
     *
     * @param most how many there may be: the setting {@code mostStates}
     */
    static JointStates of(List<AgentSpec> agents, int most) {
        return new JointStates(
                agents.stream()
                        .mapToInt(agent -> agent.observationSize() + agent.actions())
                        .sum(),
                most);
    }

    /** How many are known. */
    int size() {
        return numbers.size();
    }

    /** The number of a state, or {@link #UNKNOWN}. */
    int find(JointObservation observation) {
        return numbers.getOrDefault(state(observation), UNKNOWN);
    }

    /**
     * The number of a state; a new one gets the next number.
     *
     * @throws InvalidSetting when more states occur than a table may hold
     */
    int number(JointObservation observation) {
        int number = numbers.computeIfAbsent(state(observation), anew -> numbers.size());
        if (numbers.size() > most) {
            throw new InvalidSetting(
                    "mostStates", most, "more joint states occurred; give more, or use an algorithm with networks");
        }
        return number;
    }

    private IntBuffer state(JointObservation observation) {
        int[] code = new int[length];
        int at = 0;
        for (int agent = 0; agent < observation.agents(); agent++) {
            for (float value : observation.local(agent)) {
                code[at++] = Float.floatToIntBits(value);
            }
        }
        for (int agent = 0; agent < observation.agents(); agent++) {
            for (boolean may : observation.legal(agent)) {
                code[at++] = may ? 1 : 0;
            }
        }
        return IntBuffer.wrap(code);
    }

    /** The states as they are known now. */
    JointStates copy() {
        JointStates copy = new JointStates(length, most);
        copy.numbers.putAll(numbers);
        return copy;
    }

    /** Writes all of them in the order of their numbers. */
    void writeTo(DataOutput out) throws IOException {
        IntBuffer[] ordered = new IntBuffer[numbers.size()];
        numbers.forEach((state, number) -> ordered[number] = state);
        out.writeInt(ordered.length);
        for (IntBuffer state : ordered) {
            for (int at = 0; at < length; at++) {
                out.writeInt(state.get(at));
            }
        }
    }

    /** Takes over what {@link #writeTo} wrote. */
    void readFrom(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("%d states do not fit a table of %d".formatted(count, most));
        }
        numbers.clear();
        for (int number = 0; number < count; number++) {
            int[] code = new int[length];
            for (int i = 0; i < length; i++) {
                code[i] = in.readInt();
            }
            numbers.put(IntBuffer.wrap(code), number);
        }
    }
}

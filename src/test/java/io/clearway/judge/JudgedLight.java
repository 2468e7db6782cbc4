package io.clearway.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * One light of a network: its signal indices with their links, which of them conflict, and the network's own programs.
 */
public final class JudgedLight {
    /**
     * A step of a program.
     *
     * @param seconds its shortest duration
     */
    public record Step(double seconds, String state) {}

    private final String id;
    private final int size;
    private final List<List<Step>> programs;
    private final List<List<JudgedLink>> links = new ArrayList<>();
    private final TreeMap<Integer, List<Integer>> foes = new TreeMap<>();

    JudgedLight(String id, List<List<Step>> programs, List<JudgedLink> all) {
        this.id = id;
        this.programs = programs;
        size = programs.get(0).get(0).state().length();
        for (int i = 0; i < size; i++) {
            links.add(new ArrayList<>());
        }
        for (JudgedLink link : all) {
            for (int index : link.indices()) {
                links.get(index).add(link);
            }
        }
        for (int i = 0; i < size; i++) {
            foes.put(i, new ArrayList<>());
            for (int j = 0; j < size; j++) {
                if (i != j && conflict(i, j)) {
                    foes.get(i).add(j);
                }
            }
        }
    }

    public String id() {
        return id;
    }

    /** Number of its signal indices: the length of its states. */
    public int size() {
        return size;
    }

    /** The network's own programs. */
    public List<List<Step>> programs() {
        return Collections.unmodifiableList(programs);
    }

    /** Links of a signal index. */
    public List<JudgedLink> links(int index) {
        return Collections.unmodifiableList(links.get(index));
    }

    /** Whether vehicles obey an index. */
    public boolean isVehicles(int index) {
        return links.get(index).stream().anyMatch(link -> !link.isCrossing());
    }

    /** Whether walkers obey an index. */
    public boolean isWalk(int index) {
        return links.get(index).stream().anyMatch(JudgedLink::isCrossing);
    }

    /** Length of the longest crossing of an index; 0 without one. */
    public double crossingMeters(int index) {
        return links.get(index).stream()
                .filter(JudgedLink::isCrossing)
                .mapToDouble(JudgedLink::meters)
                .max()
                .orElse(0);
    }

    /** Indices with a link that is a foe of one of this index's links. */
    public List<Integer> foes(int index) {
        return Collections.unmodifiableList(foes.get(index));
    }

    /** Whether two indices have links that are foes. */
    public boolean areFoes(int first, int second) {
        return foes.get(first).contains(second);
    }

    /** Whether wherever links of the two are foes, the link of the first yields to the second's. */
    public boolean yields(int first, int second) {
        return links.get(first).stream()
                .allMatch(link ->
                        links.get(second).stream().allMatch(other -> !link.isFoe(other) || link.yieldsTo(other)));
    }

    /** Whether wherever vehicles of the two meet, they only merge into one lane, and one of them yields. */
    public boolean onlyMerge(int first, int second) {
        return links.get(first).stream()
                .allMatch(link -> links.get(second).stream()
                        .allMatch(other -> !link.isFoe(other)
                                || (link.mergesWith(other) && (link.yieldsTo(other) || other.yieldsTo(link)))));
    }

    private boolean conflict(int first, int second) {
        return links.get(first).stream()
                .anyMatch(link -> links.get(second).stream().anyMatch(link::isFoe));
    }
}

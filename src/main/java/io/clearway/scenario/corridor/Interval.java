package io.clearway.scenario.corridor;

import java.util.ArrayList;
import java.util.List;

/** A span of simulated time in seconds. */
public record Interval(double begin, double end) {
    /** How long it is. */
    public double seconds() {
        return end - begin;
    }

    Interval shifted(double seconds) {
        return new Interval(begin + seconds, end + seconds);
    }

    /** What two lists of spans have in common; each in the order of time, without overlaps. */
    static List<Interval> common(List<Interval> one, List<Interval> other) {
        List<Interval> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            double begin = Math.max(one.get(i).begin(), other.get(j).begin());
            double end = Math.min(one.get(i).end(), other.get(j).end());
            if (begin < end) {
                common.add(new Interval(begin, end));
            }
            if (one.get(i).end() < other.get(j).end()) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}

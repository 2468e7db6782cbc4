package io.clearway.experiment;

import io.clearway.experiment.description.Sweep;
import io.clearway.experiment.description.Sweep.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario or algorithm with the settings of one point of a grid of sweeps.
 *
 * @param label with the labels of its variants
 * @param settings with theirs
 * @param sweeps names of the sweeps that it is varied by
 */
record Variants(String label, Map<String, Object> settings, List<String> sweeps) {
    private static final long MANY = Integer.MAX_VALUE;

    /** Number of points that the grid has, before any is made; of more than can be counted, at least two billion. */
    static long count(String label, Target target, List<Sweep> sweeps) {
        long points = 1;
        for (Sweep sweep : sweeps) {
            if (sweep.target() == target && sweep.varies(label)) {
                points = Math.min(MANY, points * sweep.variants().size());
            }
        }
        return points;
    }

    /** Every point of the grid of the sweeps that vary what has this label; one point where none does. */
    static List<Variants> grid(String label, Map<String, Object> settings, Target target, List<Sweep> sweeps) {
        List<Variants> grid = List.of(new Variants(label, settings, List.of()));
        for (Sweep sweep : sweeps) {
            if (sweep.target() == target && sweep.varies(label)) {
                grid = grid.stream().flatMap(point -> point.by(sweep).stream()).toList();
            }
        }
        return grid;
    }

    private List<Variants> by(Sweep sweep) {
        List<Variants> points = new ArrayList<>();
        List<String> both = new ArrayList<>(sweeps);
        both.add(sweep.name());
        sweep.variants().forEach((variant, changes) -> {
            Map<String, Object> changed = new LinkedHashMap<>(settings);
            changed.putAll(changes);
            points.add(new Variants(label + " " + variant, changed, both));
        });
        return points;
    }
}

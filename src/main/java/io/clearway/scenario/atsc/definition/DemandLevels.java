package io.clearway.scenario.atsc.definition;

import io.clearway.setting.InvalidSetting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The demands of a signal-control problem, from which the setting {@code demandLevel} chooses.
 *
 * @param usual the one that is meant when none is named; its level is {@value #USUAL}
 * @param others further ones by the name of their level, such as {@code peak}
 */
public record DemandLevels(DemandSource usual, SortedMap<String, DemandSource> others) {
    /** Level of the usual demand. */
    static final String USUAL = "paper";

    /** The allowed form of level names. */
    private static final String NAMES = "[a-z][a-z0-9-]{0,31}";

    public DemandLevels {
        for (String level : others.keySet()) {
            if (!isName(level)) {
                throw new IllegalArgumentException(
                        "'%s' cannot be the name of a further demand level".formatted(level));
            }
        }
        others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
    }

    /** One demand and no other. */
    public static DemandLevels only(DemandSource usual) {
        return new DemandLevels(usual, Collections.emptySortedMap());
    }

    /** Whether a further level may have this name. */
    static boolean isName(String level) {
        return level.matches(NAMES) && !level.equals(USUAL);
    }

    /** Names of all levels, the usual one first. */
    List<String> names() {
        return Stream.concat(Stream.of(USUAL), others.keySet().stream()).toList();
    }

    /**
     * The demand of a level.
     *
     * @throws InvalidSetting naming the levels when there is none of that name
     */
    DemandSource at(String level) {
        requireKnown(level);
        return others.getOrDefault(level, usual);
    }

    /** Refuses a level that there is not. */
    public void requireKnown(String level) {
        if (!names().contains(level)) {
            throw new InvalidSetting("demandLevel", level, "give '%s'".formatted(String.join("' or '", names())));
        }
    }

    /** The files that the demands are made of, the usual one's first. */
    public List<Path> files() {
        return Stream.concat(Stream.of(usual), others.values().stream())
                .flatMap(source -> source.files().stream())
                .toList();
    }

    /** The same levels, each with what is made of its demand. */
    public <T> Map<String, T> each(Function<DemandSource, T> maker) {
        Map<String, T> made = new TreeMap<>();
        names().forEach(level -> made.put(level, maker.apply(at(level))));
        return made;
    }
}

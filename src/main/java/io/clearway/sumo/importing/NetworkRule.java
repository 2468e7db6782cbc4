package io.clearway.sumo.importing;

import io.clearway.sumo.xml.Ids;
import io.clearway.sumo.xml.XmlFilter;
import io.clearway.sumo.xml.XmlFilter.Element;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a network file reaches SUMO: all but what reads or writes other files; signal programs may be added. */
final class NetworkRule implements XmlFilter.Rule {
    private static final Set<String> ROOT = Set.of("net");
    private final List<Path> programs;
    private final SumoDialect dialect;
    private boolean inserted;
    private boolean renamed;
    private boolean filtered;

    /** @param programs files whose signal programs are added */
    NetworkRule(List<Path> programs, SumoDialect dialect) {
        this.programs = programs;
        this.dialect = dialect;
    }

    @Override
    public boolean isRoot(String element) {
        return ROOT.contains(element);
    }

    @Override
    public boolean keeps(Element element) {
        boolean unsafe = element.name().equals("param") && DemandRule.touchesFiles(element.text("key", ""));
        filtered |= unsafe;
        return !unsafe;
    }

    @Override
    public Optional<String> attribute(String element, String name, String value) {
        if (Ids.isDescription(name)) {
            return Optional.of(value);
        }
        if (element.equals("tlLogic") && name.equals("offset") && value.equals("begin")) {
            // since SUMO 1.22: the program begins with the simulation
            filtered = true;
            return Optional.of("0");
        }
        String known = dialect.attribute(name, value);
        filtered |= !known.equals(value);
        String plain = Ids.plain(known);
        renamed |= !plain.equals(known);
        return Optional.of(plain);
    }

    @Override
    public List<Path> before(String element) {
        // SUMO runs the program that comes last
        if (inserted || !element.equals("junction")) {
            return List.of();
        }
        inserted = true;
        return programs;
    }

    /** Whether an id was changed. */
    boolean renamed() {
        return renamed;
    }

    /** Whether the copy differs from the given file in what SUMO reads. */
    boolean changed() {
        return renamed || filtered || !programs.isEmpty();
    }
}

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
    private boolean poured;
    private boolean renamed;
    private boolean cleaned;

    /** @param programs files whose signal programs are added */
    NetworkRule(List<Path> programs) {
        this.programs = programs;
    }

    @Override
    public boolean isRoot(String element) {
        return ROOT.contains(element);
    }

    @Override
    public boolean keeps(Element element) {
        boolean hostile = element.name().equals("param") && DemandRule.touchesFiles(element.text("key", ""));
        cleaned |= hostile;
        return !hostile;
    }

    @Override
    public Optional<String> attribute(String element, String name, String value) {
        if (Ids.isForPeople(name)) {
            return Optional.of(value);
        }
        String plain = Ids.plain(value);
        renamed |= !plain.equals(value);
        return Optional.of(plain);
    }

    @Override
    public List<Path> before(String element) {
        // SUMO runs the program that comes last
        if (poured || !element.equals("junction")) {
            return List.of();
        }
        poured = true;
        return programs;
    }

    /** Whether an id had to change. */
    boolean renamed() {
        return renamed;
    }

    /** Whether the copy differs from what was given in anything that matters. */
    boolean changed() {
        return renamed || cleaned || !programs.isEmpty();
    }
}

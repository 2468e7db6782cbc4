package io.clearway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second level of docs/architecture.md: the rooms within each family of packages, in the same order. */
class RoomsTest {
    private static final String BASE = "io.clearway.";

    /** Who outside of its family may use a room. */
    enum Use {
        ALL,
        CATALOG,
        WIRING,
        FAMILY
    }

    /** A package, who outside of its family may use it, and the rooms of its family that it may import. */
    record Room(String name, Use use, List<String> imports) {
        Room(String name, Use use, String... imports) {
            this(name, use, List.of(imports));
        }

        String family() {
            return familyOf(name);
        }
    }

    static final List<Room> ROOMS = List.of(
            new Room("neural", Use.ALL, "neural.compute", "neural.optimizer"),
            new Room("neural.compute", Use.ALL),
            new Room("neural.distribution", Use.ALL),
            new Room("neural.optimizer", Use.ALL),
            new Room("neural.tape", Use.ALL, "neural", "neural.compute", "neural.optimizer"),
            new Room("simulation", Use.ALL, "simulation.passages", "simulation.trips"),
            new Room("simulation.passages", Use.ALL),
            new Room("simulation.trips", Use.ALL),
            new Room("simulation.importing", Use.ALL, "simulation"),
            new Room("events", Use.ALL),
            new Room("events.recording", Use.ALL, "events"),
            new Room("events.measures", Use.ALL, "events"),
            new Room("algorithm", Use.ALL),
            new Room("algorithm.experience", Use.FAMILY, "algorithm"),
            new Room("algorithm.diagnostics", Use.FAMILY, "algorithm", "algorithm.experience"),
            new Room(
                    "algorithm.policygradient",
                    Use.FAMILY,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.diagnostics"),
            new Room("algorithm.ppo", Use.CATALOG, "algorithm", "algorithm.policygradient"),
            new Room(
                    "algorithm.dmpo.model",
                    Use.FAMILY,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.policygradient"),
            new Room(
                    "algorithm.dmpo",
                    Use.CATALOG,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.policygradient",
                    "algorithm.dmpo.model"),
            new Room(
                    "algorithm.mag",
                    Use.CATALOG,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.policygradient",
                    "algorithm.dmpo",
                    "algorithm.dmpo.model"),
            new Room(
                    "algorithm.a2c",
                    Use.CATALOG,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.diagnostics",
                    "algorithm.policygradient"),
            new Room("algorithm.a2c.method", Use.CATALOG, "algorithm.experience", "algorithm.a2c"),
            new Room(
                    "algorithm.offpolicy",
                    Use.CATALOG,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.policygradient"),
            new Room("algorithm.maddpg", Use.CATALOG, "algorithm", "algorithm.experience"),
            new Room(
                    "algorithm.evolution",
                    Use.CATALOG,
                    "algorithm",
                    "algorithm.experience",
                    "algorithm.policygradient"),
            new Room("algorithm.tabular", Use.CATALOG, "algorithm", "algorithm.experience", "algorithm.policygradient"),
            new Room("scenario", Use.ALL),
            new Room("scenario.corridor", Use.ALL, "scenario"),
            new Room("scenario.atsc.reward", Use.FAMILY),
            new Room("scenario.atsc.definition", Use.ALL, "scenario", "scenario.atsc.reward"),
            new Room("scenario.atsc.network", Use.FAMILY, "scenario.atsc.definition"),
            new Room(
                    "scenario.atsc.sensing",
                    Use.FAMILY,
                    "scenario",
                    "scenario.atsc.definition",
                    "scenario.atsc.network"),
            new Room(
                    "scenario.atsc.control",
                    Use.FAMILY,
                    "scenario",
                    "scenario.atsc.definition",
                    "scenario.atsc.network",
                    "scenario.atsc.sensing"),
            new Room("scenario.atsc.benchmark", Use.CATALOG, "scenario", "scenario.atsc.definition"),
            new Room(
                    "scenario.atsc",
                    Use.ALL,
                    "scenario",
                    "scenario.corridor",
                    "scenario.atsc.reward",
                    "scenario.atsc.definition",
                    "scenario.atsc.network",
                    "scenario.atsc.sensing",
                    "scenario.atsc.control",
                    "scenario.atsc.benchmark"),
            new Room("scenario.onboarding", Use.ALL, "scenario.atsc.definition", "scenario.atsc.network"),
            new Room("scenario.cacc", Use.CATALOG, "scenario"),
            new Room("scenario.flow", Use.CATALOG, "scenario"),
            new Room("scenario.combined", Use.ALL, "scenario"),
            new Room("scenario.mdp", Use.CATALOG, "scenario"),
            new Room("scenario.spread", Use.CATALOG, "scenario"),
            new Room("scenario.power.dynamics", Use.FAMILY),
            new Room("scenario.power", Use.FAMILY, "scenario"),
            new Room("scenario.power.feeder", Use.FAMILY),
            new Room("scenario.power.distribution", Use.CATALOG, "scenario", "scenario.power", "scenario.power.feeder"),
            new Room("scenario.power.microgrid", Use.CATALOG, "scenario", "scenario.power", "scenario.power.dynamics"),
            new Room("scenario.pandemic.town", Use.FAMILY),
            new Room("scenario.pandemic.infection", Use.FAMILY, "scenario.pandemic.town"),
            new Room(
                    "scenario.pandemic",
                    Use.CATALOG,
                    "scenario",
                    "scenario.pandemic.town",
                    "scenario.pandemic.infection"),
            new Room("sumo.xml", Use.FAMILY),
            new Room("sumo.traci", Use.FAMILY),
            new Room("sumo.reading", Use.FAMILY, "sumo.traci"),
            new Room("sumo.demand", Use.FAMILY, "sumo.xml"),
            new Room("sumo.process", Use.WIRING, "sumo.demand", "sumo.traci", "sumo.xml"),
            new Room("sumo.network", Use.FAMILY, "sumo.process", "sumo.xml"),
            new Room("sumo.importing", Use.WIRING, "sumo.demand", "sumo.network", "sumo.process", "sumo.xml"),
            new Room(
                    "sumo", Use.WIRING, "sumo.reading", "sumo.traci", "sumo.process", "sumo.network", "sumo.importing"),
            new Room("training.travel", Use.FAMILY),
            new Room("training", Use.ALL, "training.travel"),
            new Room("experiment.description", Use.ALL),
            new Room("experiment", Use.ALL, "experiment.description"),
            new Room("experiment.statistics", Use.ALL),
            new Room("experiment.result", Use.ALL, "experiment.description", "experiment", "experiment.statistics"),
            new Room("report", Use.ALL),
            new Room("report.comparison", Use.ALL, "report"),
            new Room("runs", Use.ALL),
            new Room("runs.store", Use.FAMILY, "runs"),
            new Room("runs.web", Use.ALL, "runs"),
            new Room("runs.worker", Use.FAMILY, "runs"),
            new Room("experiments", Use.ALL),
            new Room("experiments.store", Use.FAMILY, "experiments"),
            new Room("experiments.worker", Use.FAMILY, "experiments"),
            new Room("experiments.web", Use.FAMILY, "experiments"),
            new Room("deployments.control", Use.ALL),
            new Room("deployments", Use.ALL, "deployments.control"),
            new Room("deployments.logging", Use.WIRING),
            new Room("deployments.live", Use.WIRING, "deployments", "deployments.control", "deployments.logging"),
            new Room("deployments.store", Use.FAMILY, "deployments.control", "deployments"),
            new Room("deployments.periods", Use.FAMILY, "deployments", "deployments.control"),
            new Room("deployments.performance", Use.ALL, "deployments", "deployments.logging"),
            new Room(
                    "deployments.web",
                    Use.FAMILY,
                    "deployments",
                    "deployments.control",
                    "deployments.live",
                    "deployments.performance",
                    "deployments.periods"),
            new Room("deployments.recording", Use.ALL, "deployments", "deployments.live", "deployments.web"),
            new Room("imports", Use.ALL),
            new Room("imports.store", Use.FAMILY, "imports"),
            new Room("imports.web", Use.FAMILY, "imports"),
            new Room("cli.terminal", Use.ALL),
            new Room("cli.command", Use.ALL),
            new Room("cli.report", Use.FAMILY, "cli.terminal"),
            new Room("cli.report.records", Use.FAMILY, "cli.report"),
            new Room("cli.training", Use.FAMILY, "cli.command", "cli.report", "cli.report.records", "cli.terminal"),
            new Room("cli.experiment", Use.FAMILY, "cli.command", "cli.report", "cli.terminal", "cli.training"),
            new Room("cli.client", Use.FAMILY, "cli.command", "cli.report", "cli.terminal", "cli.training"),
            new Room("cli.atspm", Use.FAMILY, "cli.command", "cli.report", "cli.terminal"),
            new Room("cli.benchmark", Use.FAMILY, "cli.command", "cli.terminal", "cli.training"),
            new Room("cli.demo", Use.FAMILY, "cli.client", "cli.command", "cli.report", "cli.terminal", "cli.training"),
            new Room(
                    "cli",
                    Use.ALL,
                    "cli.command",
                    "cli.terminal",
                    "cli.report",
                    "cli.training",
                    "cli.experiment",
                    "cli.client",
                    "cli.atspm",
                    "cli.benchmark",
                    "cli.demo"),
            new Room("wiring.postgres", Use.FAMILY),
            new Room("wiring.web", Use.FAMILY),
            new Room("wiring", Use.ALL, "wiring.postgres", "wiring.web"));

    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9.]+)` \\|.*\\| ([a-z0-9.` –]+) \\| (\\w+) \\|");

    private static Set<String> arrows = Set.of();

    @BeforeAll
    static void readClasses() {
        Set<String> found = new TreeSet<>();
        for (JavaClass origin : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.clearway")) {
            origin.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(BASE)
                        && !target.getPackageName().equals(origin.getPackageName())) {
                    found.add(roomOf(origin) + " " + roomOf(target));
                }
            });
        }
        arrows = found;
    }

    @Test
    void roomsOfAFamilyImportOnlyWhatTheirRowAllows() {
        assertThat(arrows.stream().filter(arrow -> !allowed(arrow))).isEmpty();
    }

    @Test
    void everyRowIsUsedToTheFull() {
        assertThat(ROOMS.stream()
                        .flatMap(room -> room.imports().stream().map(target -> room.name() + " " + target))
                        .filter(arrow -> !arrows.contains(arrow)))
                .isEmpty();
    }

    @Test
    void everyPackageOfAFamilyHasARow() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/io/clearway"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("package-info.java")))
                            .map(folder -> Path.of("src/main/java/io/clearway")
                                    .relativize(folder)
                                    .toString()
                                    .replace('/', '.'))
                            .filter(name -> name.contains(".")))
                    .allSatisfy(name -> assertThat(find(name)).as(name).isPresent());
        }
    }

    @Test
    void theDocumentHoldsTheSameRooms() throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/architecture.md")).stream()
                        .map(ROW::matcher)
                        .filter(row -> row.matches()
                                && !row.group(3).isEmpty()
                                && find(row.group(1)).isPresent())
                        .filter(row -> isUse(row.group(3)))
                        .map(row -> new Room(
                                row.group(1), Use.valueOf(row.group(3).toUpperCase(Locale.ROOT)), words(row.group(2)))))
                .isEqualTo(ROOMS);
    }

    private static boolean isUse(String word) {
        return Arrays.stream(Use.values())
                .anyMatch(use -> use.name().toLowerCase(Locale.ROOT).equals(word));
    }

    private static boolean allowed(String arrow) {
        String[] ends = arrow.split(" ", 2);
        Optional<Room> target = find(ends[1]);
        if (target.isEmpty()) {
            return true;
        }
        if (familyOf(ends[0]).equals(familyOf(ends[1]))) {
            return find(ends[0]).orElseThrow().imports().contains(ends[1]);
        }
        return switch (target.get().use()) {
            case ALL -> true;
            case CATALOG -> ends[0].equals("catalog");
            case WIRING -> ends[0].equals("wiring");
            case FAMILY -> false;
        };
    }

    private static Optional<Room> find(String name) {
        return ROOMS.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()) : "";
    }

    private static String familyOf(String room) {
        return room.contains(".") ? room.substring(0, room.indexOf('.')) : room;
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.replace("`", "").split(" ", -1))
                .filter(word -> !word.equals("–"))
                .toList();
    }
}

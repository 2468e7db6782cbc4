package io.clearway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The package map of docs/architecture.md, as a test, in the same order. */
@AnalyzeClasses(packages = "io.clearway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "io.clearway.";
    private static final String[] CORE = {
        BASE + "metric..",
        BASE + "setting..",
        BASE + "network..",
        BASE + "neural..",
        BASE + "simulation..",
        BASE + "events..",
        BASE + "timing..",
        BASE + "monitor..",
        BASE + "signal..",
        BASE + "algorithm..",
        BASE + "scenario..",
        BASE + "sumo..",
        BASE + "training..",
        BASE + "catalog..",
        BASE + "experiment..",
        BASE + "report.."
    };

    /** Package → what it may import, in the order of the document. */
    static final List<Map.Entry<String, List<String>>> MAP = List.of(
            Map.entry("metric", List.of()),
            Map.entry("setting", List.of()),
            Map.entry("network", List.of()),
            Map.entry("neural", List.of()),
            Map.entry("simulation", List.of("metric")),
            Map.entry("events", List.of("simulation")),
            Map.entry("timing", List.of("simulation")),
            Map.entry("monitor", List.of("simulation", "timing")),
            Map.entry("signal", List.of("simulation", "timing")),
            Map.entry("algorithm", List.of("metric", "setting", "network", "neural")),
            Map.entry("scenario", List.of("metric", "setting", "network", "simulation", "events", "timing", "signal")),
            Map.entry("sumo", List.of("metric", "setting", "simulation")),
            Map.entry("training", List.of("metric", "setting", "network", "algorithm", "scenario")),
            Map.entry("verification", List.of("simulation", "timing", "monitor", "signal", "scenario")),
            Map.entry("catalog", List.of("setting", "algorithm", "scenario", "simulation")),
            Map.entry(
                    "experiment",
                    List.of("metric", "setting", "network", "algorithm", "scenario", "training", "catalog")),
            Map.entry("report", List.of("metric", "setting", "training")),
            Map.entry(
                    "runs",
                    List.of("metric", "setting", "network", "algorithm", "scenario", "training", "catalog", "report")),
            Map.entry(
                    "experiments",
                    List.of("metric", "setting", "algorithm", "scenario", "training", "catalog", "experiment", "runs")),
            Map.entry(
                    "deployments",
                    List.of(
                            "metric",
                            "setting",
                            "network",
                            "simulation",
                            "events",
                            "timing",
                            "monitor",
                            "signal",
                            "algorithm",
                            "scenario",
                            "training",
                            "catalog",
                            "report",
                            "runs")),
            Map.entry("imports", List.of("setting", "network", "simulation", "timing", "scenario", "catalog", "runs")),
            Map.entry(
                    "telemetry",
                    List.of("metric", "setting", "simulation", "monitor", "training", "runs", "deployments")),
            Map.entry(
                    "cli",
                    List.of(
                            "metric",
                            "setting",
                            "network",
                            "neural",
                            "simulation",
                            "events",
                            "timing",
                            "monitor",
                            "signal",
                            "verification",
                            "algorithm",
                            "scenario",
                            "sumo",
                            "training",
                            "catalog",
                            "experiment",
                            "report",
                            "runs",
                            "deployments",
                            "imports")),
            Map.entry(
                    "wiring",
                    List.of(
                            "setting",
                            "simulation",
                            "scenario",
                            "algorithm",
                            "sumo",
                            "training",
                            "catalog",
                            "runs",
                            "experiments",
                            "deployments",
                            "imports",
                            "telemetry",
                            "cli")));

    @ArchTest
    static final ArchRule eachPackageKnowsOnlyWhatTheMapAllows = map();

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.clearway.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "io.micrometer..", "jakarta..");

    @ArchTest
    static final ArchRule onlySumoReachesSumo = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .and()
            .resideOutsideOfPackage(BASE + "sumo..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.ProcessBuilder|java\\.net\\..*Socket.*");

    /** So that it doesn't repeat a mistake of the envelope that it watches. */
    @ArchTest
    static final ArchRule theMonitorDerivesConflictsItself = classes()
            .that()
            .resideInAPackage(BASE + "monitor..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", BASE + "monitor..", BASE + "timing..", BASE + "simulation..");

    @ArchTest
    static final ArchRule onlyNeuralAndAlgorithmKnowTensors = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "neural..", BASE + "algorithm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.nd4j..");

    @ArchTest
    static final ArchRule onlyTheCatalogKnowsSingleAlgorithms = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "catalog..", BASE + "algorithm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "algorithm.*..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Common|Misc)");

    /** Words that stood for a standard term once; the dictionary has the terms. */
    private static final Set<String> RETIRED_WORDS = Set.of(
            "board",
            "bring",
            "brought",
            "diary",
            "door",
            "draft",
            "explorer",
            "goodbye",
            "greet",
            "hear",
            "ink",
            "inquiry",
            "judge",
            "judged",
            "judgement",
            "lesson",
            "lessons",
            "lived",
            "mend",
            "pace",
            "percepts",
            "player",
            "players",
            "shelf",
            "shelves",
            "shield",
            "tally",
            "taught",
            "teacher",
            "tell",
            "told",
            "verdict",
            "wish",
            "wished",
            "wishes");

    @ArchTest
    static final ArchRule typesHaveStandardNames = classes().should(haveNoRetiredWord());

    @ArchTest
    static final ArchRule membersHaveStandardNames = members().should(haveNoRetiredWord());

    private static <T extends HasName & HasDescription> ArchCondition<T> haveNoRetiredWord() {
        return new ArchCondition<>("have no retired word in their name") {
            @Override
            public void check(T item, ConditionEvents events) {
                String simpleName = item.getName().replaceFirst(".*[.$]", "");
                for (String word : simpleName.split("_|(?<=[a-z0-9])(?=[A-Z])", -1)) {
                    if (RETIRED_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                        events.add(SimpleConditionEvent.violated(
                                item, "%s has the retired word '%s'".formatted(item.getDescription(), word)));
                    }
                }
            }
        };
    }

    private static LayeredArchitecture map() {
        var architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var row : MAP) {
            architecture = architecture.optionalLayer(row.getKey()).definedBy(BASE + row.getKey() + "..");
        }
        for (var row : MAP) {
            var layer = architecture.whereLayer(row.getKey());
            architecture = row.getValue().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
        }
        return architecture;
    }
}

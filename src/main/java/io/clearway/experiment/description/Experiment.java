package io.clearway.experiment.description;

import io.clearway.setting.Complaints;
import io.clearway.setting.InvalidSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An experiment: scenarios × (algorithms and their variants × training seeds, and rules), all on the same evaluation
 * seeds.
 *
 * @param name of letters, digits and hyphens
 * @param scenarios at least one
 * @param algorithms to train; may be empty where there are controllers
 * @param controllers names of rules, or {@value #REFERENCE} for each scenario's reference rule
 * @param sweeps variants of them
 * @param protocol seeds
 * @param measured what decides, and how it is compared
 */
public record Experiment(
        String name,
        List<ScenarioChoice> scenarios,
        List<AlgorithmChoice> algorithms,
        List<String> controllers,
        List<Sweep> sweeps,
        Protocol protocol,
        Measured measured) {
    /** Stands for the rule that a scenario names as its reference. */
    public static final String REFERENCE = "reference";

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String SCENARIOS = "scenarios";
    private static final String ALGORITHMS = "algorithms";
    private static final String CONTROLLERS = "controllers";
    private static final String SWEEPS = "sweeps";

    /** Names of all fields. */
    public static final List<String> FIELDS = List.of(
            NAME,
            DESCRIPTION,
            SCENARIOS,
            ALGORITHMS,
            AlgorithmChoice.DECISIONS,
            CONTROLLERS,
            SWEEPS,
            Protocol.TRAINING_SEEDS,
            Protocol.EVALUATION_SEEDS,
            Protocol.VALIDATION_SEEDS,
            Protocol.CANDIDATES,
            Measure.METRIC,
            Measure.BETTER,
            Measure.CURVES,
            Analysis.COMPARE_WITH,
            Analysis.NORMALIZATION,
            Analysis.REPETITIONS);

    /**
     * What is measured, for people too.
     *
     * @param description what the experiment is about; may be empty
     * @param measure what decides
     * @param analysis how it is compared
     */
    public record Measured(String description, Measure measure, Analysis analysis) {}

    public Experiment {
        scenarios = List.copyOf(scenarios);
        algorithms = List.copyOf(algorithms);
        controllers = List.copyOf(controllers);
        sweeps = List.copyOf(sweeps);
    }

    /**
     * The experiment in the fields of a YAML or JSON document.
     *
     * @throws InvalidSetting naming the path of each field that is missing, unknown or unusable
     */
    public static Experiment of(Map<String, Object> document) {
        Fields fields = new Fields("", document);
        Complaints complaints = new Complaints();
        complaints.check(() -> {
            fields.requireKnown(FIELDS);
            return fields;
        });
        // where the number itself is wrong, no algorithm lacks one
        int decisions = complaints
                .check(() -> fields.number(AlgorithmChoice.DECISIONS, 0))
                .orElse(1);
        Optional<String> name = complaints.check(() -> name(fields));
        List<ScenarioChoice> scenarios = items(fields, SCENARIOS, complaints, ScenarioChoice::of);
        List<AlgorithmChoice> algorithms =
                items(fields, ALGORITHMS, complaints, (path, value) -> AlgorithmChoice.of(path, value, decisions));
        Optional<List<String>> controllers = complaints.check(() -> fields.texts(CONTROLLERS));
        List<Sweep> sweeps = sweeps(fields, complaints);
        Optional<Protocol> protocol = complaints.check(() -> Protocol.of(fields));
        Optional<Measured> measured = measured(fields, complaints);
        requireSome(fields, complaints);
        complaints.throwIfAny();
        var experiment = new Experiment(
                name.orElseThrow(),
                scenarios,
                algorithms,
                controllers.orElseThrow(),
                sweeps,
                protocol.orElseThrow(),
                measured.orElseThrow());
        experiment.require();
        return experiment;
    }

    private static Optional<Measured> measured(Fields fields, Complaints complaints) {
        Optional<String> description = complaints.check(
                () -> fields.findText(DESCRIPTION, "give a text").orElse(""));
        Optional<Measure> measure = complaints.check(() -> Measure.of(fields));
        Optional<Analysis> analysis = complaints.check(() -> Analysis.of(fields));
        return description.flatMap(text -> measure.flatMap(what -> analysis.map(how -> new Measured(text, what, how))));
    }

    private static void requireSome(Fields fields, Complaints complaints) {
        if (fields.list(SCENARIOS).isEmpty()) {
            complaints.add(new InvalidSetting(SCENARIOS, "nothing", "give at least one scenario"));
        }
        if (fields.list(ALGORITHMS).isEmpty() && fields.list(CONTROLLERS).isEmpty()) {
            complaints.add(new InvalidSetting(ALGORITHMS, "nothing", "give at least one algorithm or controller"));
        }
    }

    private static String name(Fields fields) {
        String hint = "give a name of letters, digits and hyphens";
        String name = fields.text(NAME, hint);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,99}")) {
            throw fields.invalid(NAME, name, hint);
        }
        return name;
    }

    private static <T> List<T> items(
            Fields fields, String field, Complaints complaints, BiFunction<String, Object, T> item) {
        List<T> items = new ArrayList<>();
        List<Object> given = fields.list(field);
        for (int at = 0; at < given.size(); at++) {
            String path = "%s[%d]".formatted(fields.path(field), at);
            Object value = given.get(at);
            complaints.check(() -> item.apply(path, value)).ifPresent(items::add);
        }
        return items;
    }

    private static List<Sweep> sweeps(Fields fields, Complaints complaints) {
        List<Sweep> sweeps = new ArrayList<>();
        complaints
                .check(() -> fields.named(SWEEPS))
                .orElse(Map.of())
                .forEach((name, value) -> complaints
                        .check(() -> Sweep.of(fields.path(SWEEPS) + "." + name, name, value))
                        .ifPresent(sweeps::add));
        return sweeps;
    }

    private void require() {
        List<String> scenarioLabels =
                scenarios.stream().map(ScenarioChoice::label).toList();
        List<String> algorithmLabels =
                algorithms.stream().map(AlgorithmChoice::label).toList();
        requireDistinct(SCENARIOS, scenarioLabels);
        requireDistinct(
                ALGORITHMS,
                Stream.concat(algorithmLabels.stream(), controllers.stream()).toList());
        for (Sweep sweep : sweeps) {
            List<String> known = sweep.target() == Sweep.Target.SCENARIOS ? scenarioLabels : algorithmLabels;
            sweep.of().stream()
                    .filter(label -> !known.contains(label))
                    .findFirst()
                    .ifPresent(label -> {
                        throw new InvalidSetting(
                                "sweeps.%s.of".formatted(sweep.name()),
                                label,
                                "use one of: " + String.join(", ", known));
                    });
        }
    }

    private static void requireDistinct(String field, List<String> labels) {
        labels.stream()
                .filter(label -> labels.indexOf(label) != labels.lastIndexOf(label))
                .findFirst()
                .ifPresent(label -> {
                    throw new InvalidSetting(field, label, "give each once, or another 'label' to one of them");
                });
    }
}

package io.clearway.scenario.atsc.definition;

import io.clearway.network.AgentGraph;
import io.clearway.setting.EnumWords;
import io.clearway.signal.Phase;
import io.clearway.simulation.NetworkSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes definitions into their folders, whole or not at all. */
public final class DefinitionWriter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private static final String SCALE = "scale";

    private DefinitionWriter() {}

    /**
     * Writes {@code scenario.json} into a folder, such that {@link DefinitionReader#read} gives this definition again.
     *
     * @param folder holds the files of network and demand
     * @throws IllegalArgumentException when one of them is elsewhere
     */
    public static void write(AtscDefinition definition, Path folder) {
        Path target = folder.resolve(DefinitionReader.FILE);
        Path beside = folder.resolve(DefinitionReader.FILE + ".new");
        String text = text(definition, folder);
        try {
            Files.writeString(beside, text);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The scenario cannot be written to " + target, failure);
        }
    }

    /** The text of the file. */
    static String text(AtscDefinition definition, Path folder) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", definition.name());
        fields.put("description", definition.identity().description());
        fields.put("origin", definition.identity().origin());
        fields.put("network", network(definition.network(), folder));
        fields.put("demand", levels(definition.demand(), folder));
        fields.putAll(problem(definition));
        if (definition.reference() != ReferenceRule.CAPACITY_AWARE) {
            fields.put("reference", definition.reference().ruleName());
        }
        return JSON.writeValueAsString(fields) + "\n";
    }

    /** What defines the problem beside its files, always the same text for the same problem. */
    public static String canonical(AtscDefinition definition) {
        Map<String, Object> fields = problem(definition);
        if (!definition.demand().others().isEmpty()) {
            fields.put("demandLevels", definition.demand().names());
        }
        if (definition.demand().usual() instanceof DemandSource.Routes routes && routes.scale() != 1) {
            fields.put(SCALE, routes.scale());
        }
        Map<String, Double> scales = new TreeMap<>();
        definition.demand().others().forEach((level, source) -> {
            if (source instanceof DemandSource.Routes routes && routes.scale() != 1) {
                scales.put(level, routes.scale());
            }
        });
        if (!scales.isEmpty()) {
            fields.put("demandLevelScales", scales);
        }
        return JSON.writeValueAsString(fields);
    }

    private static Map<String, Object> problem(AtscDefinition definition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measures", detectors(definition.detectors()));
        fields.put("timing", timing(definition.timing()));
        fields.put(
                "signals",
                definition.signals().stream()
                        .map(signal -> signal(signal, definition))
                        .toList());
        return fields;
    }

    private static Map<String, Object> network(NetworkSource source, Path folder) {
        if (source instanceof NetworkSource.Finished finished) {
            return Map.of("file", name(finished.file(), folder));
        }
        NetworkSource.Plain plain = (NetworkSource.Plain) source;
        return Map.of("plain", name(plain.folder().resolve(plain.name()), folder));
    }

    private static Map<String, Object> levels(DemandLevels levels, Path folder) {
        Map<String, Object> fields = demand(levels.usual(), folder);
        if (!levels.others().isEmpty()) {
            Map<String, Object> others = new LinkedHashMap<>();
            levels.others().forEach((level, source) -> others.put(level, demand(source, folder)));
            fields.put("levels", others);
        }
        return fields;
    }

    private static Map<String, Object> demand(DemandSource source, Path folder) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (source instanceof DemandSource.Rates rates) {
            fields.put("rates", name(rates.file(), folder));
            return fields;
        }
        DemandSource.Routes files = (DemandSource.Routes) source;
        fields.put(
                "routes",
                files.routes().stream().map(file -> name(file, folder)).toList());
        if (!files.additional().isEmpty()) {
            fields.put(
                    "additional",
                    files.additional().stream().map(file -> name(file, folder)).toList());
        }
        if (files.scale() != 1) {
            fields.put(SCALE, files.scale());
        }
        return fields;
    }

    private static String name(Path file, Path folder) {
        Path inside = folder.toAbsolutePath().normalize();
        Path given = file.toAbsolutePath().normalize();
        if (!given.startsWith(inside)) {
            throw new IllegalArgumentException(
                    "File %s must lie in the scenario's folder %s to be named there".formatted(file, folder));
        }
        return inside.relativize(given).toString();
    }

    private static Map<String, Object> timing(AtscDefinition.Timing timing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decisionSeconds", number(timing.decisionSeconds()));
        fields.put("transitionSeconds", number(timing.transitionSeconds()));
        if (timing.allRedSeconds() > 0) {
            fields.put("allRedSeconds", number(timing.allRedSeconds()));
        }
        fields.put("decisions", timing.decisions());
        fields.put("stepSeconds", number(timing.stepSeconds()));
        fields.put("teleportSeconds", number(timing.teleportSeconds()));
        fields.put("beginSeconds", number(timing.beginSeconds()));
        return fields;
    }

    /** As people write it: whole numbers without a point. */
    private static Object number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
            return (int) value;
        }
        return value;
    }

    private static Map<String, Object> detectors(DetectorSpec spec) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("on", EnumWords.of(spec.observation().stretch()));
        observation.put("dividedBy", divisor(spec.observation().divisor()));
        limit(observation, spec.observation().limit());
        Map<String, Object> reward = new LinkedHashMap<>();
        reward.put("on", EnumWords.of(spec.reward().stretch()));
        limit(reward, spec.reward().limit());
        reward.put("divisor", number(spec.reward().divisor()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("detectorMeters", number(spec.detectorMeters()));
        fields.put("detectorGapMeters", number(spec.detectorGapMeters()));
        fields.put("observation", observation);
        fields.put("reward", reward);
        fields.put("sensors", EnumWords.of(spec.sensors()));
        return fields;
    }

    private static Map<String, Object> divisor(DetectorSpec.Divisor divisor) {
        if (divisor instanceof DetectorSpec.Divisor.Vehicles fixed) {
            return Map.of("vehicles", number(fixed.vehicles()));
        }
        return Map.of("lengthOverMeters", number(((DetectorSpec.Divisor.Length) divisor).metersPerVehicle()));
    }

    private static void limit(Map<String, Object> fields, OptionalDouble limit) {
        limit.ifPresent(value -> fields.put("limit", number(value)));
    }

    /** Each pair of neighbors is listed with the first of the two. */
    private static Map<String, Object> signal(SignalAgents.Signal signal, AtscDefinition definition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", signal.id());
        fields.put("phases", signal.phases().stream().map(Phase::state).toList());
        fields.put("neighbors", neighbors(signal.id(), definition));
        if (!signal.upstream().isEmpty()) {
            fields.put("upstream", signal.upstream());
        }
        if (!signal.shares().isEmpty()) {
            fields.put("upstreamShares", signal.shares());
        }
        return fields;
    }

    private static List<String> neighbors(String signal, AtscDefinition definition) {
        return definition.agents().neighbors().stream()
                .filter(link -> link.one().equals(signal))
                .map(AgentGraph.Link::other)
                .toList();
    }
}

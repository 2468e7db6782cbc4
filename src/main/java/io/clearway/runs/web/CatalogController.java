package io.clearway.runs.web;

import io.clearway.catalog.Catalog;
import io.clearway.setting.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a run can be asked for by name. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalog", description = "What can be asked for by name")
class CatalogController {
    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A scenario, its settings with their defaults, and the names of its rule controllers. */
    record ScenarioView(String name, String description, Map<String, Object> defaults, List<String> controllers) {}

    /** An algorithm, where it comes from, and its settings with their defaults. */
    record AlgorithmView(String name, String source, Map<String, Object> defaults) {}

    @GetMapping("/scenarios")
    @Operation(summary = "The scenarios by name")
    List<ScenarioView> scenarios() {
        return catalog.scenarios().stream()
                .map(scenario -> new ScenarioView(
                        scenario.name(),
                        scenario.description(),
                        Settings.asMap(scenario.defaults()),
                        scenario.controllers().keySet().stream().sorted().toList()))
                .toList();
    }

    @GetMapping("/algorithms")
    @Operation(summary = "The algorithms by name")
    List<AlgorithmView> algorithms() {
        return catalog.algorithms().stream()
                .map(algorithm ->
                        new AlgorithmView(algorithm.name(), algorithm.source(), Settings.asMap(algorithm.defaults())))
                .toList();
    }
}

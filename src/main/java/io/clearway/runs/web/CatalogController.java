package io.clearway.runs.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.clearway.algorithm.AlgorithmSummary;
import io.clearway.catalog.Catalog;
import io.clearway.scenario.Scenario;
import io.clearway.scenario.ScenarioSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The scenarios and algorithms that runs can use. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalog", description = "Scenarios and algorithms")
class CatalogController {
    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A scenario, and whether it was imported, so that it has a report and can be deleted. */
    @Schema(name = "Scenario")
    record ScenarioView(@JsonUnwrapped ScenarioSummary summary, boolean imported) {}

    @GetMapping("/scenarios")
    @Operation(summary = "List scenarios")
    List<ScenarioView> scenarios() {
        return catalog.scenarios().stream().map(this::view).toList();
    }

    @GetMapping("/scenarios/{name}")
    @Operation(summary = "Get a scenario")
    ScenarioView scenario(@PathVariable String name) {
        return view(catalog.scenario(name));
    }

    private ScenarioView view(Scenario scenario) {
        return new ScenarioView(ScenarioSummary.of(scenario), catalog.isProvided(scenario.name()));
    }

    @GetMapping("/algorithms")
    @Operation(summary = "List algorithms")
    List<AlgorithmSummary> algorithms() {
        return catalog.algorithms().stream().map(AlgorithmSummary::of).toList();
    }

    @GetMapping("/algorithms/{name}")
    @Operation(summary = "Get an algorithm")
    AlgorithmSummary algorithm(@PathVariable String name) {
        return AlgorithmSummary.of(catalog.algorithm(name));
    }
}

package io.clearway.runs;

import org.jspecify.annotations.Nullable;

/**
 * What a run was played on.
 *
 * @param simulator name and version of the simulator; known once an episode of the evaluation is over
 * @param scenarioHash hash of the scenario when the run was submitted
 */
public record Provenance(@Nullable String simulator, String scenarioHash) {}

package io.clearway.events;

import java.nio.file.Path;

/**
 * Where the logs of a controller's episodes go: one folder each.
 *
 * @param folder that holds all of them
 * @param scenario name of the scenario
 * @param controller name of the controller
 */
public record LogTarget(Path folder, String scenario, String controller) {
    /** The folder of an episode. */
    public Path folder(long seed) {
        return folder.resolve("%s-%d".formatted(controller.replaceAll("[^A-Za-z0-9._+-]+", "-"), seed));
    }

    /** What is logged of an episode. */
    public LogHeader.Origin origin(long seed) {
        return new LogHeader.Origin(scenario, controller, seed);
    }
}

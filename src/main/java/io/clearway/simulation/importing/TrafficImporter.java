package io.clearway.simulation.importing;

import io.clearway.simulation.SimulationException;
import java.nio.file.Path;

/** Converts files of a network and its demand into ones that the simulator runs. */
public interface TrafficImporter {
    /**
     * Validates the files, converts and repairs them where needed, and writes the result into a folder. The given files
     * stay unchanged. The simulator reads only what was validated.
     *
     * @param folder empty; afterwards it holds the result only
     * @throws io.clearway.setting.InvalidSetting naming the file or option that cannot be used, and how to correct it
     * @throws SimulationException with the simulator's error message when it rejects validated files
     */
    ImportedTraffic importTraffic(ImportSource source, ImportOptions options, Path folder);
}

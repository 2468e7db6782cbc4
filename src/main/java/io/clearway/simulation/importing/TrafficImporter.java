package io.clearway.simulation.importing;

import io.clearway.simulation.SimulationException;
import java.nio.file.Path;

/** Makes what others have, networks and demand in files, into something that the simulator runs. */
public interface TrafficImporter {
    /**
     * Checks the files, converts and repairs them where that is needed, and leaves the result in a folder. What is
     * given stays untouched. Nothing reaches the simulator unchecked.
     *
     * @param folder empty; holds only the result afterwards
     * @throws io.clearway.setting.InvalidSetting naming the file or option that cannot be used, and how to mend it
     * @throws SimulationException with the simulator's own words when it refuses what passed our checks
     */
    ImportedTraffic bring(ImportSource source, ImportOptions wishes, Path folder);
}

package io.clearway.imports;

import java.util.List;
import java.util.Optional;

/** The imported scenarios that all services on one database share. */
public interface ImportedScenarios {
    /**
     * A scenario without its files.
     *
     * @param sha256 hash of what defines it, in hexadecimal
     */
    record Entry(String name, String sha256) {}

    /** All of them by name. */
    List<Entry> list();

    /** The one of this name. */
    Optional<Entry> find(String name);

    /** Its files in one archive; empty when it was deleted or has different content now. */
    Optional<byte[]> archive(Entry kept);

    /** Its report as JSON. */
    Optional<String> findReport(String name);

    /**
     * Stores a scenario; one with the same content stays as it is.
     *
     * @param report as JSON
     * @throws ScenarioExists when there is another content under that name and it may not be replaced
     * @throws ScenarioInUse when it would be replaced while a run waits or is carried out
     */
    void save(Entry kept, byte[] archive, String report, boolean replace);

    /**
     * Deletes one.
     *
     * @throws UnknownImport when there is none
     * @throws ScenarioInUse while a run waits or is carried out
     */
    void delete(String name);
}

package io.clearway.sumo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SUMO processes of this JVM, for tests that count or end them. A PostgreSQL for the tests may be a child too, and
 * process ids wrap around, so that neither being a child nor having the highest id tells a SUMO.
 */
public final class OwnSumo {
    private OwnSumo() {}

    /** Ids of those that live. */
    public static Set<Long> pids() {
        return living().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** The one that lives now and is not among {@code before}; fails unless there is exactly one. */
    public static ProcessHandle onlyNew(Set<Long> before) {
        List<ProcessHandle> fresh =
                living().filter(sumo -> !before.contains(sumo.pid())).toList();
        assertThat(fresh).as("SUMO processes started meanwhile").hasSize(1);
        return fresh.get(0);
    }

    private static Stream<ProcessHandle> living() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("/sumo"));
    }
}

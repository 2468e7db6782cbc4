package io.clearway.runs;

import io.clearway.wiring.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker in a process of its own, which is meant to be killed. */
final class WorkerProcess {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one, which looks for work as soon as it is up.
     *
     * @param name how the queue knows it
     * @param properties more of them, as {@code name=value}
     */
    static WorkerProcess start(TestDatabase database, String name, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TestService.class.getName()));
        command.addAll(List.of(database.properties()));
        command.addAll(List.of(
                "clearway.role=worker",
                "db-scheduler.scheduler-name=" + name,
                "db-scheduler.heartbeat-interval=1s",
                "db-scheduler.missed-heartbeats-limit=6",
                "clearway.worker.checkpoint-every-rounds=1",
                "clearway.worker.parallel-episodes=1"));
        command.addAll(List.of(properties));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new WorkerProcess(process);
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

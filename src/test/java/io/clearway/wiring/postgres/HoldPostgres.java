package io.clearway.wiring.postgres;

import java.nio.file.Path;
import java.time.Duration;

/** A program that starts a server, tells its process, and waits to be killed. */
final class HoldPostgres {
    private HoldPostgres() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = new PostgresSettings(Path.of(arguments[0]), Path.of(arguments[1]), 0, Duration.ofSeconds(60));
        System.out.println(EmbeddedPostgres.start(settings).pid());
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
}

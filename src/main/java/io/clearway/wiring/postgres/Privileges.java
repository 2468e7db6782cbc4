package io.clearway.wiring.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The user of PostgreSQL's programs: PostgreSQL does not run as root. */
enum Privileges {
    /** As ourselves. */
    OWN,
    /** As ourselves in a user namespace of its own, in which we are not root. */
    NAMESPACE,
    /** As nobody, where user namespaces are forbidden; the folders are given to nobody. */
    NOBODY;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NOBODYS_ID = 65_534;

    /** What begins a command line. */
    List<String> prefix() {
        return switch (this) {
            case OWN -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups");
        };
    }

    /** What suits this process and system. */
    static Privileges here() {
        if (!isRoot()) {
            return OWN;
        }
        return works(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
    }

    /** Hands over what the programs have to own or pass. */
    void own(Path folder) throws IOException {
        if (this == NOBODY) {
            Folders.give(folder, NOBODYS_ID);
        }
    }

    /** Lets the programs pass through a folder. */
    void pass(Path folder) throws IOException {
        if (this == NOBODY) {
            Folders.letPass(folder);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

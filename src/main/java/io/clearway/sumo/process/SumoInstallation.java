package io.clearway.sumo.process;

import io.clearway.simulation.SimulationException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SUMO's programs on this machine: in {@code $SUMO_HOME/bin}, else on the {@code PATH}. Searched when needed. */
public final class SumoInstallation {
    private static final Pattern VERSION = Pattern.compile("(?:Version |\\bv)(\\d+[._]\\d+\\S*)");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private final Map<String, String> environment;
    private final Map<Path, String> versions = new ConcurrentHashMap<>();
    private final Map<Path, Boolean> deathSignals = new ConcurrentHashMap<>();

    public SumoInstallation(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Path of a program; the exception when it is missing says what to install. */
    public Path program(String name) {
        return find(name)
                .orElseThrow(() -> new SimulationException("SUMO's program '" + name + "' is neither in $SUMO_HOME/bin"
                        + " nor on the PATH; install SUMO (on Debian and Ubuntu: apt-get install sumo)"));
    }

    /** Whether a program is installed. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    private Optional<Path> find(String name) {
        Stream<Path> home = Stream.ofNullable(environment.get("SUMO_HOME")).map(folder -> Path.of(folder, "bin"));
        Stream<Path> path = Stream.ofNullable(environment.get("PATH"))
                .flatMap(all -> Stream.of(all.split(File.pathSeparator, -1)))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
        return Stream.concat(home, path)
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isExecutable(file) && Files.isRegularFile(file))
                .findFirst();
    }

    /** Version of a program, such as {@code 1.15.0}. */
    public String version(String name) {
        return versions.computeIfAbsent(program(name), SumoInstallation::retrieveVersion);
    }

    private static String retrieveVersion(Path program) {
        String output = run(List.of(program.toString(), "--version"));
        Matcher version = VERSION.matcher(output);
        if (!version.find()) {
            throw new SimulationException("%s --version printed no version but:%n%s".formatted(program, output));
        }
        return version.group(1).replace('_', '.');
    }

    private static String run(List<String> command) {
        try (ChildProcess child = ChildProcess.start(command, STOP_LIMIT)) {
            if (!child.endsWithin(ANSWER_LIMIT) || child.exitCode() != 0) {
                throw new SimulationException(String.join(" ", command) + " " + child.status());
            }
            return child.output();
        }
    }

    /**
     * Runs one of SUMO's converters to its end.
     *
     * @param command the program's path and its arguments
     * @throws SimulationException with its error message when it fails or exceeds its time limit
     */
    public void run(List<String> command, TimeLimits limits) {
        String name = String.valueOf(Path.of(command.get(0)).getFileName());
        try (ChildProcess child = ChildProcess.start(withDeathSignal(command), limits.stop())) {
            if (!child.endsWithin(limits.convert())) {
                throw new SimulationException(
                        "%s did not end within %s; it is %s".formatted(name, limits.convert(), child.status()));
            }
            if (child.exitCode() != 0) {
                throw new SimulationException("%s rejected its input: it %s".formatted(name, child.status()));
            }
        }
    }

    /**
     * The command line that runs a program so that it is killed when this process ends, where the system supports that.
     */
    List<String> withDeathSignal(List<String> command) {
        Optional<Path> setpriv = find("setpriv").filter(this::supportsDeathSignals);
        Optional<Path> shell = find("sh");
        if (setpriv.isEmpty() || shell.isEmpty()) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of(setpriv.get().toString(), "--pdeathsig", "KILL"));
        // this process may have ended before the signal was set: the parent is then another
        wrapped.addAll(List.of(shell.get().toString(), "-c", "[ \"$PPID\" = \"$0\" ] && exec \"$@\""));
        wrapped.add(Long.toString(ProcessHandle.current().pid()));
        wrapped.addAll(command);
        return wrapped;
    }

    private boolean supportsDeathSignals(Path setpriv) {
        return deathSignals.computeIfAbsent(setpriv, program -> {
            try (ChildProcess child =
                    ChildProcess.start(List.of(program.toString(), "--pdeathsig", "KILL", "true"), STOP_LIMIT)) {
                return child.endsWithin(ANSWER_LIMIT) && child.exitCode() == 0;
            }
        });
    }
}

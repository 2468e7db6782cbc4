package io.clearway.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A SUMO that writes down what its lights show, to be judged when it has ended. SUMO is started elsewhere, with
 * {@link #arguments()} added to its command line.
 */
public final class JudgedRun {
    private final NetworkConflicts network;
    private final Path folder;
    private final List<Path> additionalFiles;
    private boolean watchesWaits;

    /**
     * Writes what SUMO needs into a folder.
     *
     * @param network a {@code .net.xml}
     * @param additionalFiles what the run has besides: SUMO's command line replaces those of its configuration
     */
    public JudgedRun(Path network, Path folder, List<Path> additionalFiles) throws IOException {
        this.network = NetworkConflicts.read(network);
        this.folder = folder.toAbsolutePath();
        this.additionalFiles = new ArrayList<>(additionalFiles);
        this.additionalFiles.add(this.folder.resolve("judge.add.xml"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("judge.add.xml"), additionalFile(this.network.lights(), log()));
        Files.writeString(filter(), WalkersOnCrossings.filter(this.network));
    }

    /** Has SUMO write who stands before the lights too, which is long; to be called before {@link #arguments}. */
    public JudgedRun watchingWaits() throws IOException {
        Files.writeString(filter(), WalkersOnCrossings.filter(network) + JudgedWaits.filter(network));
        watchesWaits = true;
        return this;
    }

    /** The same for SUMO's configuration, with its network and its additional files; writes beside it. */
    public static JudgedRun of(Path configuration) throws IOException {
        Path folder = Objects.requireNonNull(configuration.toAbsolutePath().getParent());
        List<Path> networks = new ArrayList<>();
        List<Path> additional = new ArrayList<>();
        XmlRows.read(configuration, (element, attributes) -> {
            if (element.equals("net-file") || element.equals("additional-files")) {
                for (String file : value(attributes).split(",", -1)) {
                    (element.equals("net-file") ? networks : additional).add(folder.resolve(file.strip()));
                }
            }
        });
        return new JudgedRun(networks.get(0), folder, additional);
    }

    private static String value(Map<String, String> attributes) {
        return Objects.requireNonNull(attributes.get("value"));
    }

    /** An additional file that makes SUMO write the states of lights. */
    public static String additionalFile(Collection<String> lights, Path log) {
        return lights.stream()
                .map(light -> "    <timedEvent type=\"SaveTLSStates\" source=\"%s\" dest=\"%s\"/>%n"
                        .formatted(escape(light), escape(log.toAbsolutePath().toString())))
                .collect(Collectors.joining("", "<additional>\n", "</additional>\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /**
     * Arguments of SUMO: the additional files with the log's, and the positions of walkers where there are crossings.
     */
    public List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--additional-files");
        arguments.add(additionalFiles.stream()
                .map(file -> file.toAbsolutePath().toString())
                .collect(Collectors.joining(",")));
        if (watchesWaits) {
            arguments.addAll(JudgedWaits.arguments(filter(), positions(), routes()));
        } else if (hasCrossings()) {
            arguments.addAll(WalkersOnCrossings.arguments(filter(), positions()));
        }
        return arguments;
    }

    public NetworkConflicts network() {
        return network;
    }

    /** Where SUMO writes the states. */
    public Path log() {
        return folder.resolve("judge-states.xml");
    }

    /** What the lights broke. SUMO must have ended: it writes late. */
    public List<Violation> judge() {
        return new SignalJudge(network).judge(SignalLog.read(log()));
    }

    /** Who waited for a green; needs {@link #watchingWaits}. */
    public List<JudgedWaits.Wait> waits() {
        return JudgedWaits.of(network, SignalLog.read(log()), positions(), routes());
    }

    /** Walkers on crossings; needs a network with crossings under lights. */
    public WalkersOnCrossings walkers() {
        return WalkersOnCrossings.count(network, SignalLog.read(log()), positions());
    }

    private boolean hasCrossings() throws IOException {
        return !Files.readString(filter(), StandardCharsets.UTF_8).isBlank();
    }

    private Path filter() {
        return folder.resolve("judge-crossings.txt");
    }

    private Path routes() {
        return folder.resolve("judge-routes.xml");
    }

    private Path positions() {
        return folder.resolve("judge-walkers.xml");
    }
}

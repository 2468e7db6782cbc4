package io.clearway.cli;

import io.clearway.cli.command.Installation;
import io.clearway.cli.command.JsonFileOption;
import io.clearway.cli.command.ScenarioOptions;
import io.clearway.cli.terminal.Console;
import io.clearway.scenario.LiveInterface;
import io.clearway.scenario.LiveScenario;
import io.clearway.scenario.Scenario;
import io.clearway.setting.EnumWords;
import io.clearway.setting.InvalidSetting;
import io.clearway.timing.TimingSheetFile;
import io.clearway.verification.Certificate;
import io.clearway.verification.SignalVerification;
import io.clearway.verification.SignalVerifier;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Verifies that the signals of a scenario cannot show anything unsafe, whatever a controller chooses. */
@Command(
        name = "verify-signals",
        description = {
            "Walks every reachable state of every signal's safety envelope, whatever a controller chooses, and checks"
                    + " each second with the independent conflict monitor. Exit code 1 when something unsafe is found."
        },
        mixinStandardHelpOptions = true)
final class VerifySignalsCommand implements Callable<Integer> {
    private final Installation installation;
    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "Name of the scenario, such as grid-5x5.")
    private String name;

    @Mixin
    private ScenarioOptions settings;

    @Mixin
    private JsonFileOption json;

    VerifySignalsCommand(Installation installation, Console console) {
        this.installation = installation;
        this.console = console;
    }

    @Override
    public Integer call() {
        Scenario scenario = installation.catalog().get().scenario(name);
        if (!(scenario instanceof LiveScenario signals)) {
            throw new InvalidSetting("scenario", name, "give a scenario of traffic signals, such as grid-5x5");
        }
        LiveInterface live = signals.live(settings.values());
        Certificate.Subject subject = new Certificate.Subject(
                name, scenario.hash(), EnumWords.of(live.timings().profile()), TimingSheetFile.sha256(live.timings()));
        Certificate certificate = Certificate.of(subject, SignalVerifier.verify(live));
        if (!json.write(certificate, console.out())) {
            print(certificate);
        }
        return certificate.violations() == 0 ? 0 : 1;
    }

    private void print(Certificate certificate) {
        console.out()
                .printf(
                        "%s, timings %s: %d signals, %,d states, %,d seconds checked, %d violations; longest wait %.0f s%n",
                        certificate.subject().scenario(),
                        certificate.subject().timings(),
                        certificate.signals(),
                        certificate.states(),
                        certificate.seconds(),
                        certificate.violations(),
                        certificate.longestWaitSeconds());
        certificate.unsafe().forEach(this::print);
    }

    private void print(SignalVerification signal) {
        List<String> found = signal.violations().stream()
                .map(trip -> "%s: %s".formatted(EnumWords.of(trip.kind()), trip.description()))
                .distinct()
                .toList();
        console.out().printf("  %s: %s%n", signal.light(), String.join("; ", found));
    }
}

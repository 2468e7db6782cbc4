package io.clearway.cli;

import io.clearway.cli.atspm.AtspmCommand;
import io.clearway.cli.benchmark.BenchmarkCommand;
import io.clearway.cli.client.OrderCommand;
import io.clearway.cli.client.RunsCommand;
import io.clearway.cli.client.WatchCommand;
import io.clearway.cli.command.CommandFailure;
import io.clearway.cli.command.Installation;
import io.clearway.cli.command.ServiceStarter;
import io.clearway.cli.demo.DemoCommand;
import io.clearway.cli.terminal.Console;
import io.clearway.cli.training.EvaluateCommand;
import io.clearway.cli.training.TrainCommand;
import io.clearway.setting.InvalidSetting;
import io.clearway.setting.Suggestion;
import io.clearway.simulation.SimulationException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command; exit codes: 0 success, 1 failure, 2 usage error or invalid input. */
@Command(
        name = "clearway",
        description = "Trains networked agents that control traffic in SUMO, and deploys them.",
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 success, 1 failure, 2 usage error or invalid input."})
public final class ClearwayCommand {
    private static final int FAILED = 1;
    private static final int USAGE_ERROR = 2;

    private ClearwayCommand() {}

    /** The whole command line. */
    public static CommandLine commandLine(Installation installation, ServiceStarter service, Console console) {
        return new CommandLine(new ClearwayCommand())
                .addSubcommand(new DemoCommand(installation, service, console))
                .addSubcommand(new ServeCommand(service, console))
                .addSubcommand(new MigrateCommand(service, console))
                .addSubcommand(new TrainCommand(installation, console))
                .addSubcommand(new EvaluateCommand(installation, console))
                .addSubcommand(new ExperimentCommand(installation, console))
                .addSubcommand(new RunsCommand(console))
                .addSubcommand(new WatchCommand(console))
                .addSubcommand(new OrderCommand(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new ImportCommand(installation, console))
                .addSubcommand(new ScenariosCommand(installation, console))
                .addSubcommand(new VerifySignalsCommand(installation, console))
                .addSubcommand(new AlgorithmsCommand(installation, console))
                .addSubcommand(new BenchmarkCommand(installation, console))
                .addSubcommand(new AtspmCommand(console))
                .addSubcommand(new CompletionCommand(installation, console))
                .setParameterExceptionHandler((wrong, arguments) -> usageError(wrong, console.err()))
                .setExecutionExceptionHandler((failure, command, result) -> explain(failure, result, console.err()));
    }

    /** One line that says what is wrong, and where the options are explained; not all of them. */
    private static int usageError(ParameterException wrong, PrintStream err) {
        CommandLine command = wrong.getCommandLine();
        err.println("clearway: " + wrong.getMessage());
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String given = unmatched.getUnmatched().get(0);
            List<String> known = Stream.concat(
                            command.getSubcommands().keySet().stream(),
                            command.getCommandSpec().optionsMap().keySet().stream())
                    .toList();
            String question = Suggestion.question(given, known).strip();
            if (!question.isEmpty()) {
                err.println(question);
            }
        }
        err.println("'%s --help' explains the options"
                .formatted(command.getCommandSpec().qualifiedName()));
        return USAGE_ERROR;
    }

    /** One line for errors that the user can correct; the stack trace for all others. */
    private static int explain(Exception failure, ParseResult result, PrintStream err) {
        if (failure instanceof InvalidSetting || failure instanceof IllegalArgumentException) {
            err.println("clearway: " + failure.getMessage());
            return USAGE_ERROR;
        }
        if (failure instanceof SimulationException || failure instanceof CommandFailure) {
            err.println("clearway: " + failure.getMessage());
            return FAILED;
        }
        failure.printStackTrace(err);
        err.println("clearway: %s failed unexpectedly; please report the lines above"
                .formatted(
                        result.originalArgs().isEmpty()
                                ? "the command"
                                : result.originalArgs().get(0)));
        return FAILED;
    }
}

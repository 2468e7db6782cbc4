package io.clearway.cli.client;

import io.clearway.cli.command.JsonFiles;
import io.clearway.cli.command.JsonOption;
import io.clearway.cli.terminal.Console;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Gives an operator's order to the signals of a deployment. */
@Command(
        name = "order",
        description = {
            "Orders signals of a deployment to hold a stage, follow fixed time, be reset after a fault, or be returned to"
                    + " the network's own program. The change is made through yellow and clearance, and is recorded."
        },
        mixinStandardHelpOptions = true)
public final class OrderCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ServiceOption service;

    @Parameters(index = "0", paramLabel = "DEPLOYMENT", description = "Id of the deployment.")
    private String deployment;

    @Parameters(index = "1", paramLabel = "ACTION", description = "hold, fixed-time, reset or release.")
    private String action;

    @Option(names = "--signal", description = "The signal; without it all signals of the deployment.")
    private @Nullable String signal;

    @Option(names = "--stage", description = "For hold: number of the controller's phase, from 0.")
    private @Nullable Integer stage;

    @Option(names = "--reason", required = true, description = "Why; it is recorded.")
    private String reason;

    @Option(names = "--operator", required = true, description = "Who orders it; it is recorded.")
    private String operator;

    @Mixin
    private JsonOption json;

    public OrderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("operator", operator);
        if (stage != null) {
            body.put("stage", stage);
        }
        String which = signal == null ? "" : "/" + encoded(signal);
        JsonNode accepted = service.client()
                .post(
                        "/api/v1/deployments/%s/signals%s/%s".formatted(encoded(deployment), which, encoded(action)),
                        body);
        console.out()
                .println(
                        json.isSet()
                                ? JsonFiles.text(accepted)
                                : "Accepted; it is carried out within a simulated second.");
        return 0;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

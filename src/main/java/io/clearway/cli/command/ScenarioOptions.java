package io.clearway.cli.command;

import io.clearway.setting.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Settings of the scenario on the command line, written as in {@link SettingOptions}. */
public final class ScenarioOptions {
    @Option(
            names = "--scenario-set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the scenario, such as demand=varied or observation=queue,phase.")
    private Map<String, String> texts = new LinkedHashMap<>();

    public Settings values() {
        return SettingOptions.typed(texts);
    }
}

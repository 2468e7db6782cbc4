package io.clearway.deployments;

import io.clearway.scenario.LiveInterface;
import io.clearway.setting.InvalidSetting;
import io.clearway.simulation.RoadNetwork.TrafficLight;
import io.clearway.timing.TimingProfile;
import io.clearway.timing.TimingSheet;
import io.clearway.timing.TimingSheetFile;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The timing sheet of a network with the roads of its movements.
 *
 * @param profile how it was made
 * @param sha256 of the sheet's text, as in certificates
 * @param signals by traffic light
 */
public record SignalSheets(TimingProfile profile, String sha256, Map<String, SignalSheet> signals) {
    public SignalSheets {
        signals = Collections.unmodifiableMap(new TreeMap<>(signals));
    }

    /** The times that these signals keep to. */
    public static SignalSheets of(LiveInterface scenario) {
        TimingSheet sheet = scenario.timings();
        Map<String, SignalSheet> signals = new TreeMap<>();
        for (TrafficLight light : scenario.lights()) {
            signals.put(light.id(), SignalSheet.of(light, sheet.of(light.id())));
        }
        return new SignalSheets(sheet.profile(), TimingSheetFile.sha256(sheet), signals);
    }

    /**
     * The times of one signal.
     *
     * @throws InvalidSetting when there is none of this name
     */
    public SignalSheet of(String light) {
        SignalSheet sheet = signals.get(light);
        if (sheet == null) {
            throw new InvalidSetting(
                    "signal", light, "give one of its %d signals%s".formatted(signals.size(), example()));
        }
        return sheet;
    }

    private String example() {
        return signals.keySet().stream()
                .findFirst()
                .map(light -> ", such as " + light)
                .orElse("");
    }
}

package io.clearway.scenario.atsc.sensing;

import io.clearway.simulation.Readings;
import java.util.List;

/** Sensors of which those that are stuck report nothing, so that they neither keep a green nor attract one. */
final class DiagnosedSensors implements LaneSensors {
    private final LaneSensors sensors;
    private final PresenceCheck lanes;
    private final PresenceCheck detectors;

    /**
     * @param sensors whose values are checked
     * @param stopLanes lanes that are served without a report, too
     * @param signals number of signals
     */
    DiagnosedSensors(LaneSensors sensors, List<StopLane> stopLanes, int signals) {
        this.sensors = sensors;
        this.lanes = new PresenceCheck(stopLanes, signals);
        this.detectors = new PresenceCheck(stopLanes, signals);
    }

    @Override
    public SensorValues read(Readings readings) {
        SensorValues reported = sensors.read(readings);
        LaneCounts onLanes = lanes.believed(reported.lanes(), reported.lanes(), readings);
        LaneCounts onDetectors = reported.detectors() == reported.lanes()
                ? onLanes
                : detectors.believed(reported.detectors(), reported.lanes(), readings);
        return new SensorValues(onLanes, onDetectors);
    }
}

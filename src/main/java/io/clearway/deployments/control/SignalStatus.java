package io.clearway.deployments.control;

/**
 * One signal of a deployment as it is now.
 *
 * @param light the signal
 * @param shown state it shows, one of SUMO's characters per link
 * @param shownSeconds for how long
 * @param authority who decides what it shows
 * @param sinceSeconds simulated time since which that is so
 * @param why in words; empty when the controller decides
 * @param refusals phase changes wanted by the controller that the safety envelope refused
 * @param fallbacks times it went to fixed time because of a fault
 */
public record SignalStatus(
        String light,
        String shown,
        double shownSeconds,
        ControlMode authority,
        double sinceSeconds,
        String why,
        int refusals,
        int fallbacks) {}

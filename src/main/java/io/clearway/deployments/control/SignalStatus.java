package io.clearway.deployments.control;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One signal of a deployment as it is now. In JSON the control status is fields of it.
 *
 * @param light the signal
 * @param shown state that it shows, one of SUMO's characters per link
 * @param shownSeconds for how long
 * @param control who decides what it shows
 * @param refusals phase changes requested by the controller that the safety envelope rejected
 * @param fallbacks times it went to fixed time because of a fault
 */
public record SignalStatus(
        String light,
        String shown,
        double shownSeconds,
        @JsonUnwrapped ControlStatus control,
        int refusals,
        int fallbacks) {}

package io.clearway.deployments.control;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who decides what a signal shows.
 *
 * @param mode the controller, or fixed time for a reason
 * @param sinceSeconds simulated time since which that is so
 * @param reason for people; empty when the controller decides
 */
public record ControlStatus(
        @JsonProperty("authority") ControlMode mode,
        double sinceSeconds,
        @JsonProperty("why") String reason) {}

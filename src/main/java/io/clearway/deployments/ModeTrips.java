package io.clearway.deployments;

/**
 * Trips of one mode of travel that ended in a live simulation, and the time that they lost against driving at the
 * desired speed.
 *
 * @param mode such as {@code car}
 * @param trips vehicles that left the network since the drive began
 * @param timeLossSeconds of them together, of the time since the drive began
 * @param recentTrips those of the newest quarter of an hour of simulated time
 * @param recentTimeLossSeconds of these
 */
public record ModeTrips(
        String mode, int trips, double timeLossSeconds, int recentTrips, double recentTimeLossSeconds) {}

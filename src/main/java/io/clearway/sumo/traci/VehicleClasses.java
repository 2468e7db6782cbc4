package io.clearway.sumo.traci;

import io.clearway.metric.TravelMode;

/**
 * SUMO's vehicle classes as modes of travel.
 *
 * @see <a href="https://sumo.dlr.de/docs/Definition_of_Vehicles%2C_Vehicle_Types%2C_and_Routes.html">SUMO: abstract
 *     vehicle class</a>
 */
public final class VehicleClasses {
    private VehicleClasses() {}

    /** The mode of a class; that of cars where it is not known. */
    public static TravelMode mode(String vehicleClass) {
        return switch (vehicleClass) {
            case "bus", "coach" -> TravelMode.BUS;
            case "tram", "rail_urban", "rail", "rail_electric", "rail_fast", "subway", "cable_car" -> TravelMode.RAIL;
            case "truck", "trailer", "delivery" -> TravelMode.TRUCK;
            case "motorcycle", "moped" -> TravelMode.MOTORCYCLE;
            case "bicycle", "scooter" -> TravelMode.BICYCLE;
            case "emergency", "authority" -> TravelMode.EMERGENCY;
            case "pedestrian", "wheelchair" -> TravelMode.WALK;
            default -> TravelMode.CAR;
        };
    }
}

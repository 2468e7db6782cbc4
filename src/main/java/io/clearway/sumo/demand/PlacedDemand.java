package io.clearway.sumo.demand;

import io.clearway.simulation.TrafficDemand.CarFollowing;
import io.clearway.simulation.TrafficDemand.Placed;
import io.clearway.simulation.TrafficDemand.PlacedVehicle;
import io.clearway.simulation.TrafficDemand.VehicleType;
import io.clearway.sumo.xml.XmlFile;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;

/** Vehicles at given positions, as a route file. */
public final class PlacedDemand {
    private PlacedDemand() {}

    public static void write(Path file, Placed demand) throws IOException, XMLStreamException {
        try (XmlFile xml = XmlFile.create(file, "routes")) {
            writeType(xml, demand.type(), demand.following());
            for (PlacedVehicle vehicle : demand.vehicles()) {
                String route = "around-" + vehicle.id();
                xml.element("route")
                        .with("id", route)
                        .with("edges", String.join(" ", vehicle.circuit()))
                        .with("repeat", vehicle.rounds());
                xml.element("vehicle")
                        .with("id", vehicle.id())
                        .with("type", demand.type().id())
                        .with("route", route)
                        .with("depart", 0)
                        .with("departLane", 0)
                        .with("departPos", vehicle.positionMeters())
                        .with("departSpeed", vehicle.speedMetersPerSecond());
            }
        }
    }

    private static void writeType(XmlFile xml, VehicleType type, CarFollowing following) throws XMLStreamException {
        xml.element("vType")
                .with("id", type.id())
                .with("length", type.lengthMeters())
                .with("accel", type.accelerationMetersPerSecond2())
                .with("decel", type.decelerationMetersPerSecond2())
                .with("carFollowModel", "IDM")
                .with("minGap", following.minimumGapMeters())
                .with("tau", following.timeGapSeconds())
                .with("sigma", following.imperfection())
                .with("maxSpeed", following.highestSpeedMetersPerSecond())
                .with("speedDev", following.speedDeviation());
    }
}

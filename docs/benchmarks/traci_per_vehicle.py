#!/usr/bin/env python3
"""Vehicles driven over Python TraCI, one call per value: the yardstick of the ring's coupling.

Every step reads speed, lane and position of each vehicle and commands its next speed, a bound of 3 m/s² above the
present one, as the rule `accelerate-3` does. Nothing is made of the readings.

usage: traci_per_vehicle.py FOLDER [--steps 1500]
FOLDER is what `clearway benchmark coupling --scenario ring --files FOLDER` writes. Needs Debian's `sumo-tools`.
Prints: vehicles, steps, steps per second of wall time.
"""
import argparse
import os
import sys
import time

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian's sumo-tools put traci
import traci


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--steps", type=int, default=1500)
    args = parser.parse_args()
    traci.start(["sumo", "-c", os.path.join(args.folder, "clearway.sumocfg"), "--no-step-log", "true",
                 "--no-warnings", "true", "--duration-log.disable", "true"])
    step_seconds = traci.simulation.getDeltaT()
    traci.simulationStep()
    vehicles = traci.vehicle.getIDList()
    for vehicle in vehicles:
        traci.vehicle.setSpeedMode(vehicle, 1)
        traci.vehicle.setLaneChangeMode(vehicle, 0)
    started = time.perf_counter()
    for _ in range(args.steps):
        for vehicle in vehicles:
            speed = traci.vehicle.getSpeed(vehicle)
            traci.vehicle.getLaneID(vehicle)
            traci.vehicle.getLanePosition(vehicle)
            traci.vehicle.setSpeed(vehicle, speed + 3 * step_seconds)
        traci.simulationStep()
    wall = time.perf_counter() - started
    traci.close()
    print(f"vehicles={len(vehicles)} steps={args.steps} stepsPerSecond={args.steps / wall:.1f}")


if __name__ == "__main__":
    main()

// Trips that ended in a live simulation: what they lost, by class.
import { number, whole } from "../format.js";
import { panel } from "../parts/basics.js";
import { table } from "../parts/table.js";

const KEYS = ["trips", "timeLossSeconds", "recentTrips", "recentTimeLossSeconds"];
const NAMES = {
  car: "cars",
  bus: "buses",
  rail: "trams and trains",
  truck: "trucks",
  motorcycle: "motorcycles",
  bicycle: "bicycles",
  emergency: "emergency vehicles",
  walk: "persons on foot",
};

const sum = (trips, key) => trips.reduce((all, one) => all + one[key], 0);
const mean = (lost, count) => (count > 0 ? number(lost / count) : "–");

/** Time loss per vehicle in the newest quarter of an hour or, where no trip ended in it, of the drive. */
export function recentLoss({ trips = [] }) {
  const recent = sum(trips, "recentTrips");
  if (recent > 0) return { seconds: sum(trips, "recentTimeLossSeconds") / recent, of: "last 15 min" };
  const all = sum(trips, "trips");
  return all > 0 ? { seconds: sum(trips, "timeLossSeconds") / all, of: "of the drive" } : null;
}

/** The table by class; nothing before a trip has ended. */
export function endedTrips({ trips = [] }) {
  if (!trips.length) return null;
  const all = { mode: "all", ...Object.fromEntries(KEYS.map((key) => [key, sum(trips, key)])) };
  const rows = trips.length > 1 ? [...trips, all] : trips;
  return panel(
    "Time loss of trips",
    table(
      "Time loss of trips by class",
      ["Class", "Trips ended, last 15 min", "Time loss (s)", "Trips ended, whole drive", "Time loss (s)"],
      rows.map((one) => [
        NAMES[one.mode] ?? one.mode,
        whole(one.recentTrips),
        mean(one.recentTimeLossSeconds, one.recentTrips),
        whole(one.trips),
        mean(one.timeLossSeconds, one.trips),
      ]),
    ),
    {
      id: "trips",
      note: "Per vehicle that left the network: time lost against driving at the desired speed, since the drive began; sampled every 5 s of simulated time.",
    },
  );
}

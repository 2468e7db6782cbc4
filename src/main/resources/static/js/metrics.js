// Short names of metrics, and which way is better. A metric that is not here is shown under its own key.
const KNOWN = {
  paperReward: { label: "Average reward R̄", better: "more" },
  meanQueueVehicles: { label: "Queue", better: "less" },
  delaySeconds: { label: "Delay", better: "less" },
  delayMedianSeconds: { label: "Delay, median", better: "less" },
  delayPercentile85Seconds: { label: "Delay, 85 %", better: "less" },
  delayPercentile95Seconds: { label: "Delay, 95 %", better: "less" },
  timeLossSeconds: { label: "Time loss", better: "less" },
  travelTimeSeconds: { label: "Travel time", better: "less" },
  stoppedSeconds: { label: "Stopped time", better: "less" },
  stops: { label: "Stops", better: "less" },
  fuelKilograms: { label: "Fuel", better: "less" },
  carbonDioxideKilograms: { label: "CO₂", better: "less" },
  maxQueueVehicles: { label: "Longest queue", better: "less" },
  spillbackShare: { label: "Spillback", better: "less" },
  meanWaitingSeconds: { label: "Present waiting time" },
  systemWaitingSeconds: { label: "System waiting time" },
  meanTripSeconds: { label: "Trip time", better: "less" },
  meanSpeedMetersPerSecond: { label: "Speed", better: "more" },
  meanHeadwayMeters: { label: "Headway" },
  speedDeviationMetersPerSecond: { label: "Speed deviation", better: "less" },
  timeInSystemVehicleHours: { label: "Time in system", better: "less" },
  loaded: { label: "Demand" },
  arrived: { label: "Arrivals", better: "more" },
  running: { label: "Still driving", better: "less" },
  waitingToEnter: { label: "Waiting to enter", better: "less" },
  teleports: { label: "Teleports", better: "less" },
  collisions: { label: "Collisions", better: "less" },
  meanReactivePowerMegavars: { label: "Reactive power", better: "less" },
  lineLossesMegawatts: { label: "Line losses", better: "less" },
  meanCriticalPersons: { label: "Critical cases", better: "less" },
  peakCriticalPersons: { label: "Critical cases, most", better: "less" },
  daysAboveBeds: { label: "Days above beds", better: "less" },
  peakInfectedPersons: { label: "Infected, most", better: "less" },
  deaths: { label: "Deaths", better: "less" },
  mortality: { label: "Mortality", better: "less" },
  meanStage: { label: "Mean stage" },
  learnerReturn: { label: "Learner’s return", better: "more" },
  policyLoss: { label: "Policy loss" },
  valueLoss: { label: "Value loss", better: "less" },
  valueExplained: { label: "Explained variance of values", better: "more" },
  policyEntropy: { label: "Policy entropy" },
  policyKl: { label: "KL divergence" },
  modelStateError: { label: "Model error, states", better: "less" },
  modelRewardError: { label: "Model error, reward", better: "less" },
  modelLegalityError: { label: "Model error, masks", better: "less" },
  wallSeconds: { label: "Wall-clock time" },
};

/** Charts of a run that are shown first, in this order. */
export const FIRST = [
  "timeInSystemVehicleHours",
  "paperReward",
  "meanQueueVehicles",
  "delaySeconds",
  "arrived",
  "mortality",
  "peakCriticalPersons",
  "modelStateError",
  "policyKl",
];

/** Columns of results that are shown first. */
export const RESULTS = [
  "timeInSystemVehicleHours",
  "meanQueueVehicles",
  "delaySeconds",
  "arrived",
  "waitingToEnter",
  "mortality",
  "peakCriticalPersons",
  "daysAboveBeds",
  "paperReward",
];

export function label(key) {
  return KNOWN[key]?.label ?? key.replace(/[a-z][A-Z]/g, ([before, after]) => `${before} ${after.toLowerCase()}`);
}

export const unit = (written) => (written && written !== "1" ? written : "");

/** In words what a difference (first − second) with its interval means; "" where neither direction is better. */
export function comparison(key, { mean, halfWidth }) {
  const better = KNOWN[key]?.better;
  if (!better || halfWidth === null || halfWidth === undefined) return "";
  if (Math.abs(mean) <= halfWidth) return "not distinguishable";
  return mean > 0 === (better === "more") ? "better" : "worse";
}

/** Metrics in a given order, the rest after them. */
export function ordered(items, first, key = (item) => item.metric) {
  const place = (item) => first.indexOf(key(item)) + 1 || first.length + 1;
  return [...items].sort((a, b) => place(a) - place(b));
}

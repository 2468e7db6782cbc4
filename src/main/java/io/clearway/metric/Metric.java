package io.clearway.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that Clearway measures. A constant is the single definition of a figure's name, unit and meaning; stores, pages
 * and dashboards loop over this enum.
 */
public enum Metric {
    /**
     * The score of the scenario's paper, higher is better. Signals, platoons and microgrids: R̄, the mean over the
     * decisions of an episode of Σ_i r_i, undivided. Closed roads: the sum over decisions. Pandemics and distribution
     * networks: the mean over decisions of the one reward that all agents share. Simple spread: the sum over decisions
     * of the mean over agents.
     */
    PAPER_REWARD("paperReward", "1", "Score as the scenario's paper defines it"),
    /** Mean over simulated time of the papers' queue figure. */
    MEAN_QUEUE("meanQueueVehicles", "vehicles", "Halting vehicles (< 0.1 m/s) per signal link, mean over time"),
    /** The headline of RESCO: what a trip loses, whether it ended or never began. */
    DELAY("delaySeconds", "s", "Time loss and departure delay, mean over all due trips, also those never inserted"),
    /** What a trip loses in the network. */
    TIME_LOSS("timeLossSeconds", "s", "Time lost against driving at the desired speed, mean over all due trips"),
    /** LibSignal's average travel time. */
    TRAVEL_TIME(
            "travelTimeSeconds",
            "s",
            "Duration of completed trips, and time since departure was due of all others, mean over all due trips"),
    /** Delay that half of the trips do not exceed. */
    DELAY_MEDIAN("delayMedianSeconds", "s", "Delay that half of the due trips do not exceed"),
    /** Delay that 85 % of the trips do not exceed. */
    DELAY_PERCENTILE_85("delayPercentile85Seconds", "s", "Delay that 85 % of the due trips do not exceed"),
    /** Delay that 95 % of the trips do not exceed. */
    DELAY_PERCENTILE_95("delayPercentile95Seconds", "s", "Delay that 95 % of the due trips do not exceed"),
    /** Time that a trip stands. */
    STOPPED("stoppedSeconds", "s", "Time of standing in the network, mean over all due trips"),
    /** Stops of a trip. */
    STOPS("stops", "stops", "Involuntary stops (< 0.1 m/s), mean over all due trips"),
    /** Fuel of all trips. */
    FUEL("fuelKilograms", "kg", "Fuel of all vehicles, by the simulator's emission model"),
    /** Carbon dioxide of all trips. */
    CARBON_DIOXIDE("carbonDioxideKilograms", "kg", "Carbon dioxide of all vehicles, by the simulator's emission model"),
    /** The longest queue at any signal. */
    MAX_QUEUE("maxQueueVehicles", "vehicles", "Most halting vehicles of any signal link at any time"),
    /** How much of the time queues fill their roads. */
    SPILLBACK("spillbackShare", "1", "Share of time in which the queue fills its lane, mean over the lanes of signals"),
    /**
     * The papers' average intersection delay and sumo-rl's {@code system_mean_waiting_time}. It is no delay of trips:
     * it falls where vehicles cannot enter, and with every vehicle that moves.
     */
    MEAN_WAITING(
            "meanWaitingSeconds", "s", "Present waiting time of the vehicles in the network, mean over them and time"),
    /** sumo-rl's {@code system_total_waiting_time}. */
    SYSTEM_WAITING(
            "systemWaitingSeconds",
            "s",
            "Present waiting time of all vehicles in the network together, mean over time"),
    /** Mean duration of completed trips, from entry to arrival. */
    MEAN_TRIP("meanTripSeconds", "s", "Duration of completed trips, mean over arrived vehicles"),
    /** Mean speed over vehicles and time. */
    MEAN_SPEED("meanSpeedMetersPerSecond", "m/s", "Speed of the vehicles in the network, mean over time"),
    /** Mean distance to the vehicle in front, over vehicles and time. */
    MEAN_HEADWAY("meanHeadwayMeters", "m", "Distance to the vehicle in front, mean over vehicles and time"),
    /** Stop-and-go of the vehicles: how unequal their speeds are. */
    SPEED_DEVIATION(
            "speedDeviationMetersPerSecond", "m/s", "Standard deviation of the vehicles' speeds, mean over time"),
    /** Total time in system; vehicles that never entered count from their departure time. */
    TIME_IN_SYSTEM("timeInSystemVehicleHours", "veh·h", "Time of all vehicles in or waiting to enter the network"),
    /** Vehicles whose departure time came within the episode. */
    LOADED("loaded", "vehicles", "Vehicles whose departure was due"),
    /** Vehicles that reached their destination. */
    ARRIVED("arrived", "vehicles", "Vehicles that reached their destination"),
    /** Vehicles in the network when the episode ended. */
    RUNNING("running", "vehicles", "Vehicles in the network at the end"),
    /** Vehicles still kept out of the network when the episode ended. */
    WAITING_TO_ENTER("waitingToEnter", "vehicles", "Vehicles waiting to enter the network at the end"),
    /** Vehicles that SUMO teleported because they were stuck. */
    TELEPORTS("teleports", "vehicles", "Vehicles teleported because they were stuck"),
    /** Collisions. */
    COLLISIONS("collisions", "collisions", "Collisions between vehicles"),
    /** The papers' safety control rate of power grids. */
    VOLTAGES_SAFE("voltagesSafeShare", "1", "Share of voltages within the safe band, mean over decisions"),
    /** MAPDN's controllable ratio. */
    ALL_VOLTAGES_SAFE(
            "allVoltagesSafeShare", "1", "Share of decisions after which all voltages are within the safe band"),
    /** How far voltages are from nominal. */
    VOLTAGE_DEVIATION(
            "voltageDeviation", "pu", "Distance of voltages from the nominal one, mean over them and decisions"),
    /** How fast a grid becomes safe. */
    DECISIONS_UNTIL_SAFE(
            "decisionsUntilSafe",
            "decisions",
            "Decisions until all voltages are within the safe band for the first time; the horizon if they never are"),
    /** MAPDN's Q loss. */
    REACTIVE_POWER(
            "meanReactivePowerMegavars",
            "Mvar",
            "Absolute reactive power of an inverter, mean over them and decisions"),
    /** What lines turn into heat. */
    LINE_LOSSES("lineLossesMegawatts", "MW", "Active losses of all lines, mean over decisions"),
    /** How far agents are from where they are to go. */
    TARGET_DISTANCE("targetDistance", "1", "Distance of agents from their own targets, mean over them and decisions"),
    /** Load of the hospitals: Ma et al. 2024, Fig. 4c. */
    MEAN_CRITICAL("meanCriticalPersons", "persons", "Persons who need a hospital or are in one, mean over days"),
    /** The heaviest load of the hospitals. */
    PEAK_CRITICAL(
            "peakCriticalPersons", "persons", "Most persons at the end of a day who need a hospital or are in one"),
    /** How long hospitals were overrun. */
    DAYS_ABOVE_BEDS("daysAboveBeds", "days", "Days that end with more critical cases than beds"),
    /** The height of the wave. */
    PEAK_INFECTED("peakInfectedPersons", "persons", "Most infectious, not critical persons at the end of a day"),
    /** Who died. */
    DEATHS("deaths", "persons", "Persons who died of the infection"),
    /** Ma et al. 2024: dead by population. */
    MORTALITY("mortality", "1", "Share of the population that died of the infection"),
    /** What the regulations demanded. */
    MEAN_STAGE("meanStage", "1", "Stage of the regulations, 0 to 4, mean over agents and days"),
    /** Decisions taken. */
    DECISIONS("decisions", "decisions", "Decisions of the joint controller"),
    /** Return the learner saw: Σ_t Σ_i of its own reward, undiscounted. */
    LEARNER_RETURN("learnerReturn", "1", "Sum over agents and decisions of the reward given to the learner"),
    /** Policy loss of the last update. */
    POLICY_LOSS("policyLoss", "1", "Loss of the policies, mean over agents"),
    /** Value loss of the last update. */
    VALUE_LOSS("valueLoss", "1", "Mean squared error of the extended value functions"),
    /** Entropy of the policies. */
    POLICY_ENTROPY("policyEntropy", "nat", "Entropy of the action distributions, mean over agents"),
    /** KL divergence of the last update. */
    POLICY_KL("policyKl", "nat", "KL divergence of the new from the old policies, mean over agents"),
    /** Hold-out error of the local dynamics one step ahead. */
    MODEL_STATE_ERROR("modelStateError", "1", "Hold-out squared error of predicted states, relative to their variance"),
    /** Hold-out error of the predicted reward. */
    MODEL_REWARD_ERROR("modelRewardError", "1", "Hold-out squared error of predicted reward, relative to its variance"),
    /** Hold-out error of the predicted action masks. */
    MODEL_LEGALITY_ERROR("modelLegalityError", "1", "Hold-out share of actions whose legality is predicted wrongly"),
    /** Hold-out error of rollouts of the model, along real actions, at their fifth step. */
    MODEL_STATE_ERROR_5("modelStateError5", "1", "Hold-out relative squared error of states predicted 5 steps ahead"),
    /** The same at the twenty-fifth step. */
    MODEL_STATE_ERROR_25(
            "modelStateError25", "1", "Hold-out relative squared error of states predicted 25 steps ahead"),
    /** Hold-out error of rewards at the fifth step. */
    MODEL_REWARD_ERROR_5("modelRewardError5", "1", "Hold-out relative squared error of reward predicted 5 steps ahead"),
    /** The same at the twenty-fifth step. */
    MODEL_REWARD_ERROR_25(
            "modelRewardError25", "1", "Hold-out relative squared error of reward predicted 25 steps ahead"),
    /** Cumulative hold-out error of what is imagined in, over five steps. */
    MODEL_ERROR_SUM_5("modelErrorSum5", "1", "Hold-out model error of state and reward, summed over 5 steps"),
    /** The same over twenty-five steps. */
    MODEL_ERROR_SUM_25("modelErrorSum25", "1", "Hold-out model error of state and reward, summed over 25 steps"),
    /** What MODEL_ERROR_SUM_5 would be had the same models not planned. */
    UNPLANNED_ERROR_SUM_5("unplannedErrorSum5", "1", "The model error summed over 5 steps without planning"),
    /** What MODEL_ERROR_SUM_25 would be had the same models not planned. */
    UNPLANNED_ERROR_SUM_25("unplannedErrorSum25", "1", "The model error summed over 25 steps without planning"),
    /** How well the models' errors are foreseen. */
    ERROR_PREDICTION(
            "errorPrediction", "1", "Hold-out squared error of predicted model errors, relative to their variance"),
    /** ε_π of Wu et al. 2023, Theorem 1, over a round's updates. */
    JOINT_POLICY_SHIFT(
            "jointPolicyShift",
            "1",
            "Largest change of the joint policy by a round, bound of total variation distance"),
    /**
     * Theorem 1 of Wu et al. 2023 with ε_m,t as estimated on held-out play, where predictions and what followed are
     * taken for normal with the deviation of each value's change.
     */
    RETURN_GAP_BOUND(
            "returnGapBound",
            "1",
            "Estimated bound of the difference of predicted and true return per unit of the largest reward"),
    /** Share of policy updates that used imagined data. */
    IMAGINED_SHARE("imaginedShare", "1", "Share of the policy updates that used model rollouts"),
    /** Divergence from the policies that acted at which a round's imagination ends. */
    TRUST_RADIUS("trustRadius", "nat", "KL divergence up to which a round's model rollouts may move the policies"),
    /** How far a round of an evolution strategy moves the weights. */
    WEIGHT_STEP("weightStep", "1", "Change of a policy's weights by a round, root mean square"),
    /** Importance weights exp(c_i) of the experience last learned from. */
    IMPORTANCE_WEIGHT("importanceWeight", "1", "Importance weight of replayed experience, mean over agents"),
    /** Distance of the agents' consensus from the exact log weights, which no agent knows. */
    CONSENSUS_ERROR("consensusError", "nat", "Distance of estimated from exact log importance weights, mean"),
    /** How much agents send that may also withhold messages. */
    MESSAGES_SENT("messagesSent", "1", "Share of the messages to neighbors that the agents' gates pass"),
    /** Cross-entropy of behavior cloning on the rule's actions. */
    CLONING_LOSS("cloningLoss", "nat", "Cross-entropy against the rule's actions"),
    /** What agents send each other when they act. */
    COMMUNICATION_BYTES("communicationBytes", "B", "Bytes that all agents together receive from others at a decision"),
    /** What agents receive from each other while they learn. */
    COMMUNICATION_RATIO(
            "communicationRatio", "1", "What agents receive while learning, relative to full communication"),
    /** Theorem 3 of Ma et al. 2024. */
    VALUE_TRUNCATION_BOUND(
            "valueTruncationBound", "1", "Largest error of extended values, per unit of the largest reward"),
    /** Theorem 4 of Ma et al. 2024. */
    GRADIENT_ERROR_BOUND(
            "gradientErrorBound", "1", "Largest error of policy gradients, per unit of largest reward and gradient"),
    /** Theorem 2 of Ma et al. 2024, its part of the model. */
    MODEL_ERROR_FACTOR(
            "modelErrorFactor", "1", "Largest error of the branched return per unit of model error and largest reward"),
    /** Theorem 2 of Ma et al. 2024, its part of the policies; without a model that of Theorem 1's policies. */
    POLICY_SHIFT_FACTOR(
            "policyShiftFactor", "1", "Largest error of the return per unit of policy shift and largest reward"),
    /**
     * ξ-dependence of Ma et al. 2024 as estimated from a round's play, 0 for none to 1: by how much (total variation
     * distance) knowing an agent just beyond the neighborhood changes the linear prediction of an agent's next state;
     * the largest over some pairs of agents, drawn again in every round. Nonlinear dependence is not included, common
     * causes of both agents are.
     */
    DEPENDENCE("dependence", "1", "How much agents beyond the neighborhood change what is predicted, largest of a few"),
    /** Wall-clock time of the episode. */
    WALL_SECONDS("wallSeconds", "s", "Wall-clock time of the episode, simulation and control"),
    /** What values know of the traffic, beside the time of the episode. */
    VALUE_EXPLAINED(
            "valueExplained",
            "1",
            "Explained variance of fresh returns by the values, both relative to their mean at the time of the episode;"
                    + " at most 1");

    /** Until 2026-11 the key of {@link #MEAN_WAITING}, which files and workers of that time still write. */
    private static final String FORMER_WAITING = "meanDelaySeconds";

    private static final Map<String, Metric> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(Metric::key, Function.identity()));

    private final String key;
    private final String unit;
    private final String meaning;

    Metric(String key, String unit, String meaning) {
        this.key = key;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The metric of a key; empty for one that this version does not know. */
    public static Optional<Metric> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key.equals(FORMER_WAITING) ? MEAN_WAITING.key : key));
    }

    /** Name in JSON, CSV and the database; ends in the unit where there is one. */
    public String key() {
        return key;
    }

    /** Unit as shown to people; {@code 1} when dimensionless. */
    public String unit() {
        return unit;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }
}

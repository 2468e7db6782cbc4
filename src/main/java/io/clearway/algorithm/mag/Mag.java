package io.clearway.algorithm.mag;

import io.clearway.algorithm.Algorithm;
import io.clearway.algorithm.Learner;
import io.clearway.algorithm.Task;
import io.clearway.algorithm.dmpo.DmpoLearner;
import io.clearway.algorithm.policygradient.ActorCritic;
import io.clearway.algorithm.policygradient.DecentralizedPolicy;
import io.clearway.algorithm.policygradient.Execution;
import io.clearway.network.ControllerSource;
import io.clearway.network.Seeds;
import io.clearway.neural.ComputePool;
import io.clearway.setting.Settings;
import java.util.Map;

/** Models as Agents on the localized models of DMPO: its learner with predictions that are planned. */
public final class Mag implements Algorithm {
    private static final String MARK = "mag-1";

    @Override
    public String name() {
        return "mag";
    }

    @Override
    public String source() {
        return "Wu et al. 2023, Models as Agents, AAAI, Algorithm 1, on localized models";
    }

    @Override
    public MagSettings defaults() {
        return MagSettings.DEFAULTS;
    }

    @Override
    public Map<String, Settings> presets() {
        return MagPresets.all();
    }

    @Override
    public Learner start(Task task, Settings settings, Seeds seeds) {
        return learner(task, settings.over(defaults()), seeds);
    }

    private static DmpoLearner learner(Task task, MagSettings settings, Seeds seeds) {
        return new DmpoLearner(kind(settings.planning()), task, settings.dmpo(), seeds);
    }

    private static DmpoLearner.Kind kind(PlanningSettings planning) {
        return new DmpoLearner.Kind(
                MARK, (parts, scales, policy) -> new PlannedModel(new MagParts(parts, planning), scales, policy));
    }

    @Override
    public Learner resume(Task task, Settings settings, Seeds seeds, byte[] state) {
        DmpoLearner learner = learner(task, settings.over(defaults()), seeds);
        try {
            learner.restore(state);
            return learner;
        } catch (RuntimeException refused) {
            learner.close();
            throw refused;
        }
    }

    @Override
    public ControllerSource policy(Task task, Settings settings, byte[] state) {
        MagSettings chosen = settings.over(defaults());
        try (ComputePool pool = new ComputePool(1);
                DecentralizedPolicy policy = ActorCritic.policy(task, chosen.actorCritic(), new Seeds(0), pool)) {
            kind(chosen.planning()).state(task).read(state, policy::readFrom);
            return Execution.named(chosen.actorCritic().execution()).of(policy);
        }
    }
}

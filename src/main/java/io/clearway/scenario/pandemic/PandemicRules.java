package io.clearway.scenario.pandemic;

import io.clearway.network.Controller;
import io.clearway.network.ControllerSource;
import io.clearway.network.JointAction;
import io.clearway.network.JointObservation;
import io.clearway.scenario.SensedObservation;
import io.clearway.scenario.pandemic.Schedule.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The policies that learners are compared with: fixed stages, and the schedules of Kompella et al. 2020. */
final class PandemicRules {
    /** The rule with the highest score in every town. */
    static final String REFERENCE = "stage-0";

    private static final String SWEDEN = "sweden";
    private static final int LOCKDOWN_DAYS = 30;
    private static final int FIXED_INTERVAL = 5;
    private static final int GRADUAL_INTERVAL = 20;
    private static final int SWEDEN_BEGINS = 3;
    private static final int STRICTEST = RuleBook.AUSTIN.stages().size() - 1;

    private PandemicRules() {}

    /** All rules by name. */
    static Map<String, ControllerSource> all() {
        Map<String, ControllerSource> rules = new TreeMap<>();
        schedules().forEach((name, schedule) -> rules.put(name, seed -> new Following(schedule)));
        rules.put("random", PandemicRules::random);
        return rules;
    }

    private static Map<String, Schedule> schedules() {
        Map<String, Schedule> schedules = new TreeMap<>();
        for (int stage = 0; stage <= STRICTEST; stage++) {
            schedules.put("stage-" + stage, Schedule.always(stage));
        }
        schedules.put("s0-4-0", Schedule.easing(STRICTEST, LOCKDOWN_DAYS, 0));
        schedules.put("s0-4-0-fi", Schedule.easing(STRICTEST, LOCKDOWN_DAYS, FIXED_INTERVAL));
        schedules.put("s0-4-0-gi", Schedule.easing(STRICTEST, LOCKDOWN_DAYS, GRADUAL_INTERVAL));
        schedules.put(SWEDEN, new Schedule(false, List.of(new Part(0, SWEDEN_BEGINS)), 1));
        return schedules;
    }

    /** Whose regulations a rule sets stages of; of a random one those that are given. */
    static Map<String, RuleBook> books() {
        Map<String, RuleBook> books = new TreeMap<>();
        schedules().keySet().forEach(name -> books.put(name, RuleBook.AUSTIN));
        books.put(SWEDEN, RuleBook.SWEDEN);
        return books;
    }

    private static Controller random(long seed) {
        var chance = new SplittableRandom(seed);
        return observation -> {
            int[] choices = new int[observation.agents()];
            Arrays.setAll(choices, agent -> chance.nextInt(observation.legal(agent).length));
            return JointAction.of(choices);
        };
    }

    /** Follows a schedule through one episode. */
    private static final class Following implements Controller {
        private final Schedule schedule;
        private boolean begun;
        private int firstDay;

        Following(Schedule schedule) {
            this.schedule = schedule;
        }

        @Override
        public JointAction act(JointObservation observation) {
            PandemicReadings now = SensedObservation.readings(observation, PandemicReadings.class)
                    .get(0);
            if (!begun && (now.noticed() || !schedule.untilNoticed())) {
                begun = true;
                firstDay = now.day();
            }
            int[] choices = new int[observation.agents()];
            Arrays.fill(choices, begun ? schedule.stage(now.day() - firstDay) : 0);
            return JointAction.of(choices);
        }
    }
}

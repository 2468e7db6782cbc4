package io.clearway.deployments;

import java.util.UUID;

/** Which controller a deployment runs. */
public sealed interface ControllerChoice {
    /** In words, for people and logs. */
    String inWords();

    /** A rule of the scenario, by name. */
    record Rule(String name) implements ControllerChoice {
        @Override
        public String inWords() {
            return name;
        }
    }

    /** The policy in a checkpoint that a run left. */
    record Learned(UUID checkpoint) implements ControllerChoice {
        @Override
        public String inWords() {
            return "checkpoint " + checkpoint;
        }
    }
}

package io.clearway.deployments;

import java.util.UUID;

/** Which controller a deployment runs. */
public sealed interface ControllerChoice {
    /** For people and logs. */
    String label();

    /** A rule of the scenario, or a policy that comes with Clearway, by name. */
    record Named(String name) implements ControllerChoice {
        @Override
        public String label() {
            return name;
        }
    }

    /** The policy in a checkpoint of a run. */
    record Learned(UUID checkpoint) implements ControllerChoice {
        @Override
        public String label() {
            return "checkpoint " + checkpoint;
        }
    }
}

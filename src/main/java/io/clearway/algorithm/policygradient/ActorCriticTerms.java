package io.clearway.algorithm.policygradient;

/** Settings of an algorithm that improves an {@link ActorCritic}; its record adds what it has of its own. */
public interface ActorCriticTerms {
    /** Of the policies and values. */
    ActorCriticSettings actorCritic();

    /** Of the start from a rule's traffic. */
    WarmStartSettings start();
}

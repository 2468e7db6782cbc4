package io.clearway.algorithm.dmpo.model;

import io.clearway.algorithm.policygradient.ActorCriticTerms;

/** Settings of an algorithm that imagines; its record adds what it has of its own. */
public interface ModelTerms extends ActorCriticTerms {
    /** Of the dynamics model and of what is imagined with it. */
    ModelSettings model();
}

/** Finite Markov decision processes drawn at random, small enough to be solved exactly. */
@NullMarked
package io.clearway.scenario.mdp;

import org.jspecify.annotations.NullMarked;

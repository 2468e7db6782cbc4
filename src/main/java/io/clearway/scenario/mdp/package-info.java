/** Finite Markov decision processes drawn at random, small enough to be solved exactly: no traffic, no simulator. */
@NullMarked
package io.clearway.scenario.mdp;

import org.jspecify.annotations.NullMarked;

/** Plays the held-out episodes of an experiment's rules, on whichever worker takes them. */
@NullMarked
package io.clearway.experiments.worker;

import org.jspecify.annotations.NullMarked;

/** Adaptive traffic signal control: one agent per signalized intersection. */
@NullMarked
package io.clearway.scenario.atsc;

import org.jspecify.annotations.NullMarked;

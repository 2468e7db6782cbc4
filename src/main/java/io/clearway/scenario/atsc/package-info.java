/**
 * Adaptive traffic signal control: agents that each run the signal of one intersection, and the rules they are held
 * against.
 */
@NullMarked
package io.clearway.scenario.atsc;

import org.jspecify.annotations.NullMarked;

/** The rule controllers of signals, from fixed time to max-pressure. */
@NullMarked
package io.clearway.scenario.atsc.control;

import org.jspecify.annotations.NullMarked;

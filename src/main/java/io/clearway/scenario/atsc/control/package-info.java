/** The rule controllers of signals. */
@NullMarked
package io.clearway.scenario.atsc.control;

import org.jspecify.annotations.NullMarked;

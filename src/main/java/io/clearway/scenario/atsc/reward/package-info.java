/** The local rewards of signals, one class each. */
@NullMarked
package io.clearway.scenario.atsc.reward;

import org.jspecify.annotations.NullMarked;

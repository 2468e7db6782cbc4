/** Traffic signals: phases, movements, conflicts, transitions, the safety envelope. */
@NullMarked
package io.clearway.signal;

import org.jspecify.annotations.NullMarked;

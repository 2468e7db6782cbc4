/** Recording: what signals show and what passes loops, as events. */
@NullMarked
package io.clearway.events.recording;

import org.jspecify.annotations.NullMarked;

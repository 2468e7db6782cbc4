/** Recording: what signals show, what passes loops and who waits at crossings, as events. */
@NullMarked
package io.clearway.events.recording;

import org.jspecify.annotations.NullMarked;

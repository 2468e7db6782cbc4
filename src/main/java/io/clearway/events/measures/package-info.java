/** Measures of signal performance (ATSPM), each computed from the event log alone. */
@NullMarked
package io.clearway.events.measures;

import org.jspecify.annotations.NullMarked;

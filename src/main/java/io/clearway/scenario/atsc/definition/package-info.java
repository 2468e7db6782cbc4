/** A signal-control scenario as data: timing, detectors, demand, settings. */
@NullMarked
package io.clearway.scenario.atsc.definition;

import org.jspecify.annotations.NullMarked;

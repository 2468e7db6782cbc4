/** TraCI subscriptions, and how their results (detectors, lanes, vehicles) become readings. */
@NullMarked
package io.clearway.sumo.reading;

import org.jspecify.annotations.NullMarked;

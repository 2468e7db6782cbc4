/** Recordings: episodes in a simulation that the service starts, stored frame by frame. */
@NullMarked
package io.clearway.deployments.recording;

import org.jspecify.annotations.NullMarked;

/** Recordings: episodes driven in a simulation of the service, kept frame by frame. */
@NullMarked
package io.clearway.deployments.recording;

import org.jspecify.annotations.NullMarked;

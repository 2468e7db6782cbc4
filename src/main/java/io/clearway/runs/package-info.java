/** Training runs of the service: request, status, checkpoints, metrics. */
@NullMarked
package io.clearway.runs;

import org.jspecify.annotations.NullMarked;

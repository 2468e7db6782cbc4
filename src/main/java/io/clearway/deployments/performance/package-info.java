/** Performance of signals in the newest time of a live drive, measured from its event log. */
@NullMarked
package io.clearway.deployments.performance;

import org.jspecify.annotations.NullMarked;

/** Event logs of live drives: written beside the control loop, in parts, on bounded disk. */
@NullMarked
package io.clearway.deployments.logging;

import org.jspecify.annotations.NullMarked;

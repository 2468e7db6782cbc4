/** Metrics for Prometheus through Micrometer, few enough for networks of any size. */
@NullMarked
package io.clearway.telemetry;

import org.jspecify.annotations.NullMarked;

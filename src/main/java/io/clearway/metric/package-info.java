/** Names, units and definitions of all metrics. */
@NullMarked
package io.clearway.metric;

import org.jspecify.annotations.NullMarked;

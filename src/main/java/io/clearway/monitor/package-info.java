/** The independent conflict monitor: what signals really show, checked second by second against network and timing. */
@NullMarked
package io.clearway.monitor;

import org.jspecify.annotations.NullMarked;

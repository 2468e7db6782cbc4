/** Clearway: trains networked agents to run traffic, and then runs it. */
@NullMarked
package io.clearway;

import org.jspecify.annotations.NullMarked;

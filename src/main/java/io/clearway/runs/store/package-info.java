/** Training runs in PostgreSQL. */
@NullMarked
package io.clearway.runs.store;

import org.jspecify.annotations.NullMarked;

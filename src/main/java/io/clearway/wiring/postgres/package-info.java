/** The embedded PostgreSQL, started and stopped with the service. */
@NullMarked
package io.clearway.wiring.postgres;

import org.jspecify.annotations.NullMarked;

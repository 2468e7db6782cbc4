/** Keeps deployments and their history in PostgreSQL. */
@NullMarked
package io.clearway.plans.store;

import org.jspecify.annotations.NullMarked;

/** Deployments and their history in PostgreSQL. */
@NullMarked
package io.clearway.deployments.store;

import org.jspecify.annotations.NullMarked;

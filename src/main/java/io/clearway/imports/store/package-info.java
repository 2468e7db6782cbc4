/** Imported scenarios in PostgreSQL, shared by all services on it. */
@NullMarked
package io.clearway.imports.store;

import org.jspecify.annotations.NullMarked;

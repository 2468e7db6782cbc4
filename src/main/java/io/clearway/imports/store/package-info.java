/** Imported scenarios in PostgreSQL, where every service that shares it finds them. */
@NullMarked
package io.clearway.imports.store;

import org.jspecify.annotations.NullMarked;

/** All that can be asked for by name, one line each. */
@NullMarked
package io.clearway.catalog;

import org.jspecify.annotations.NullMarked;

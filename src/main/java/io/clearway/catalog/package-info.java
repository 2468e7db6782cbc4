/** Everything that has a name: scenarios, algorithms, one line each. */
@NullMarked
package io.clearway.catalog;

import org.jspecify.annotations.NullMarked;

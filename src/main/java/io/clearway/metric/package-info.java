/** Names, units and meaning of all that is measured. */
@NullMarked
package io.clearway.metric;

import org.jspecify.annotations.NullMarked;

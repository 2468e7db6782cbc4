/** Typed settings read from names and values, and the errors that name the field, the value and the mend. */
@NullMarked
package io.clearway.setting;

import org.jspecify.annotations.NullMarked;

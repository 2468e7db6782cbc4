/** Typed settings by name, and errors that name field, value and correction. */
@NullMarked
package io.clearway.setting;

import org.jspecify.annotations.NullMarked;

/** Scenarios that users bring: checked at the door, kept, and offered by name. */
@NullMarked
package io.clearway.imports;

import org.jspecify.annotations.NullMarked;

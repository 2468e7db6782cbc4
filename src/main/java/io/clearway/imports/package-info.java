/** Scenarios that users import: validated, stored, offered by name. */
@NullMarked
package io.clearway.imports;

import org.jspecify.annotations.NullMarked;

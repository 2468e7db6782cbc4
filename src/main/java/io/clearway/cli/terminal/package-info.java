/** Terminal output: colors, tables, progress. */
@NullMarked
package io.clearway.cli.terminal;

import org.jspecify.annotations.NullMarked;

/** The command line: one class per command. */
@NullMarked
package io.clearway.cli;

import org.jspecify.annotations.NullMarked;

/** The command line: a class for each command, and what commands share. */
@NullMarked
package io.clearway.cli;

import org.jspecify.annotations.NullMarked;

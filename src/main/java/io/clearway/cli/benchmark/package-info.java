/** The command {@code benchmark}. */
@NullMarked
package io.clearway.cli.benchmark;

import org.jspecify.annotations.NullMarked;

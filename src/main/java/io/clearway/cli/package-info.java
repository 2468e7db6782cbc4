/** The command line: {@code demo}, {@code serve}, {@code train}, {@code evaluate}, {@code benchmark}. */
@NullMarked
package io.clearway.cli;

import org.jspecify.annotations.NullMarked;

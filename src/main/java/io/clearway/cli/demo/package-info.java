/** The command {@code demo}. */
@NullMarked
package io.clearway.cli.demo;

import org.jspecify.annotations.NullMarked;

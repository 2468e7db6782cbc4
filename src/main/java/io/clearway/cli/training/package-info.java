/** The commands {@code train} and {@code evaluate}, which need no service. */
@NullMarked
package io.clearway.cli.training;

import org.jspecify.annotations.NullMarked;

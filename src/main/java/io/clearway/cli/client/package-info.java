/** The commands that ask a service: {@code runs}, {@code watch}. */
@NullMarked
package io.clearway.cli.client;

import org.jspecify.annotations.NullMarked;

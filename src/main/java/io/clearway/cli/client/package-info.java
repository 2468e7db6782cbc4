/** The commands that talk to a service: {@code runs}, {@code watch}. */
@NullMarked
package io.clearway.cli.client;

import org.jspecify.annotations.NullMarked;

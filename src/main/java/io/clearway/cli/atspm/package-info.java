/** The command {@code atspm}: measures and diagrams of signals from event logs. */
@NullMarked
package io.clearway.cli.atspm;

import org.jspecify.annotations.NullMarked;

/** The parts of the command {@code experiment}: trials as folders, progress, and the report. */
@NullMarked
package io.clearway.cli.experiment;

import org.jspecify.annotations.NullMarked;

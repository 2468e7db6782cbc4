/** Reports of what episodes recorded beside their figures: corridors and traces. */
@NullMarked
package io.clearway.cli.report.records;

import org.jspecify.annotations.NullMarked;

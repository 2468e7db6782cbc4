/** Two sides of a comparison, before and after: measures, the conditions of a fair comparison, and the report. */
@NullMarked
package io.clearway.report.comparison;

import org.jspecify.annotations.NullMarked;

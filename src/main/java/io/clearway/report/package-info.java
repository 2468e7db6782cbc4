/** Reports: their content, and its rendering as one HTML page. */
@NullMarked
package io.clearway.report;

import org.jspecify.annotations.NullMarked;

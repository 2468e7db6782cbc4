/** Reports of training runs for people: curves, boxes and tables as one page or as Markdown with drawings beside it. */
@NullMarked
package io.clearway.cli.report;

import org.jspecify.annotations.NullMarked;

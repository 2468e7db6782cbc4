/** Reports of training runs as HTML or Markdown: curves, box plots, tables. */
@NullMarked
package io.clearway.cli.report;

import org.jspecify.annotations.NullMarked;

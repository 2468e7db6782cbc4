/** The description of an experiment: what is compared, on what, with which seeds, by which measure. */
@NullMarked
package io.clearway.experiment.description;

import org.jspecify.annotations.NullMarked;

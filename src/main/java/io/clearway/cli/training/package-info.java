/** The commands that train and evaluate without a service. */
@NullMarked
package io.clearway.cli.training;

import org.jspecify.annotations.NullMarked;

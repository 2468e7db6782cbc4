/** Experiments over REST. */
@NullMarked
package io.clearway.experiments.web;

import org.jspecify.annotations.NullMarked;

/** Training runs over REST. */
@NullMarked
package io.clearway.runs.web;

import org.jspecify.annotations.NullMarked;

/** Deployments over REST. */
@NullMarked
package io.clearway.deployments.web;

import org.jspecify.annotations.NullMarked;

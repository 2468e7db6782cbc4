/** The deployments' face on the web. */
@NullMarked
package io.clearway.deployments.web;

import org.jspecify.annotations.NullMarked;

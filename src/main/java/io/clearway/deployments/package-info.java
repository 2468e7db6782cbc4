/** Signal plans for a live network: deployments that let a controller drive a simulation somebody else runs. */
@NullMarked
package io.clearway.deployments;

import org.jspecify.annotations.NullMarked;

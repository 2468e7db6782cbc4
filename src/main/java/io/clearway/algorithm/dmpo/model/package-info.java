/** World models: the local dynamics of each agent (Eq. 6), their training and their errors. */
@NullMarked
package io.clearway.algorithm.dmpo.model;

import org.jspecify.annotations.NullMarked;

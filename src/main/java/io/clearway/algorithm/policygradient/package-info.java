/** What decentralized policy gradient algorithms share: experience, advantages, policies and extended values. */
@NullMarked
package io.clearway.algorithm.policygradient;

import org.jspecify.annotations.NullMarked;

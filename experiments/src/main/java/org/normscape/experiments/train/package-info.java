/** Training the networks of an experiment and measuring as they go. */
@NullMarked
package org.normscape.experiments.train;

import org.jspecify.annotations.NullMarked;

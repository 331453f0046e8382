/** The examples of each step: in which order they come, and how they get to a device. */
@NullMarked
package org.normscape.experiments.data.batch;

import org.jspecify.annotations.NullMarked;

package org.normscape.experiments.weights;

import org.normscape.replay.HostArray;

/**
 * An array of a file, and what the file calls it.
 *
 * @param name its name in the file
 * @param array its numbers
 */
record NamedArray(String name, HostArray array) {}

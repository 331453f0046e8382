package org.normscape.experiments.run.checkpoint;

import java.util.Map;
import org.normscape.experiments.run.file.Extent;

/**
 * What a checkpoint is beside its arrays.
 *
 * @param updates after how many updates it was made
 * @param diverged whether a loss was not finite before
 * @param arrays the SHA-256 of the file with its arrays
 * @param files how far each of the files went to which the task appends, by name
 */
record Note(int updates, boolean diverged, String arrays, Map<String, Extent> files) {}

/**
 * Networks that were trained elsewhere: their weights, in files that other programs write, found
 * again under the paths of a network here.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.weights.Weights}
 *   <dd>which file a cell starts from, and who wrote it
 *   <dt>{@link org.normscape.experiments.weights.Convention}
 *   <dd>how a library names its arrays and lays them out
 *   <dt>{@link org.normscape.experiments.weights.Transfer}
 *   <dd>each array of a network here with the one of the file that it takes
 * </dl>
 */
@NullMarked
package org.normscape.experiments.weights;

import org.jspecify.annotations.NullMarked;

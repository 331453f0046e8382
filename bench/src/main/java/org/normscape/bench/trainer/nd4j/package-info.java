/**
 * Training by calls of ND4J, as one would write them by hand.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.trainer.nd4j.RawNd4jTrainer}
 *   <dd>a training
 *   <dt>{@link org.normscape.bench.trainer.nd4j.RawNd4jLayer}
 *   <dd>a layer with its gradient
 * </dl>
 */
@NullMarked
package org.normscape.bench.trainer.nd4j;

import org.jspecify.annotations.NullMarked;

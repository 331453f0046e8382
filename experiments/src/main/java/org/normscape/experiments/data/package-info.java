/**
 * Data sets of labelled 32×32 colour images, and the batches that training takes from them.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.data.Dataset}
 *   <dd>examples to train and to test on
 *   <dt>{@link org.normscape.experiments.data.DataSource}
 *   <dd>where they come from: CIFAR-10 when it is found, the embedded set otherwise
 *   <dt>{@link org.normscape.experiments.data.Cifar10}, {@link
 *       org.normscape.experiments.data.Procedural}
 *   <dd>the two data sets
 *   <dt>{@link org.normscape.experiments.data.Batches}, {@link
 *       org.normscape.experiments.data.BatchQueue}
 *   <dd>the batch of each step, and the next one prepared ahead
 *   <dt>{@link org.normscape.experiments.data.Fetch}
 *   <dd>brings CIFAR-10 into the user's cache
 * </dl>
 */
@NullMarked
package org.normscape.experiments.data;

import org.jspecify.annotations.NullMarked;

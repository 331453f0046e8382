/**
 * Normalizations by statistics over the batch.
 *
 * <dl>
 *   <dt>{@link org.normscape.norm.batch.OverBatch}
 *   <dd>what most of them share: averages that are remembered
 *   <dt>{@link org.normscape.norm.batch.GhostBatchNorm}, {@link
 *       org.normscape.norm.batch.BatchRenorm}, {@link org.normscape.norm.batch.NoisyBatchNorm},
 *       {@link org.normscape.norm.batch.FrozenBatchNorm}
 *   <dd>batch normalization with other statistics in training
 *   <dt>{@link org.normscape.norm.batch.LpBatchNorm}, {@link
 *       org.normscape.norm.batch.RangeBatchNorm}, {@link
 *       org.normscape.norm.batch.MeanOnlyBatchNorm}, {@link
 *       org.normscape.norm.batch.ScaleOnlyBatchNorm}
 *   <dd>parts of it, and other deviations
 *   <dt>{@link org.normscape.norm.batch.SwitchNorm}, {@link
 *       org.normscape.norm.batch.BatchInstanceNorm}, {@link
 *       org.normscape.norm.batch.BatchChannelNorm}
 *   <dd>mixtures with statistics within an example
 *   <dt>{@link org.normscape.norm.batch.IterNorm}, {@link org.normscape.norm.batch.BatchGroupNorm}
 *   <dd>channels together: whitening, groups
 * </dl>
 */
@NullMarked
package org.normscape.norm.batch;

import org.jspecify.annotations.NullMarked;

/**
 * Kinds of residual blocks.
 *
 * <dl>
 *   <dt>{@link org.normscape.model.residual.ResidualBlock}
 *   <dd>what stands in a branch, and how it meets its shortcut: {@link
 *       org.normscape.model.residual.PostActivation}, {@link
 *       org.normscape.model.residual.PreActivation}, {@link org.normscape.model.residual.Fixup},
 *       {@link org.normscape.model.residual.NormalizerFree}
 *   <dt>{@link org.normscape.model.residual.BranchRule}
 *   <dd>a kind that is another with a changed branch: {@link
 *       org.normscape.model.residual.ZeroScale}, {@link org.normscape.model.residual.SkipInit},
 *       {@link org.normscape.model.residual.LayerScale}
 *   <dt>{@link org.normscape.model.residual.BlockPlace}, {@link
 *       org.normscape.model.residual.SitedConvolution}
 *   <dd>what a block is made of
 * </dl>
 */
@NullMarked
package org.normscape.model.residual;

import org.jspecify.annotations.NullMarked;

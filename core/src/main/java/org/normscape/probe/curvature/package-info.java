/**
 * Second derivatives of the loss, and matrices that stand for them.
 *
 * <dl>
 *   <dt>{@link org.normscape.probe.curvature.Curvature}
 *   <dd>which {@link org.normscape.probe.curvature.CurvatureMatrix}, of which loss, in which
 *       parameters
 *   <dt>{@link org.normscape.probe.curvature.CurvatureProducts}
 *   <dd>its products with vectors, compiled: a {@link org.normscape.linalg.LinearOperator} at a
 *       point
 *   <dt>{@link org.normscape.probe.curvature.HessianEigenvalues}, {@link
 *       org.normscape.probe.curvature.BatchSharpness}, {@link
 *       org.normscape.probe.curvature.HessianTrace}, {@link
 *       org.normscape.probe.curvature.BlockTraces}, {@link
 *       org.normscape.probe.curvature.SpectralDensity}, {@link
 *       org.normscape.probe.curvature.GradientCurvature}, {@link
 *       org.normscape.probe.curvature.TopEigenspaceShare}, {@link
 *       org.normscape.probe.curvature.OptimizerEdge}, {@link
 *       org.normscape.probe.curvature.SharpnessGradient}, {@link
 *       org.normscape.probe.curvature.SpectrumOutliers}, {@link
 *       org.normscape.probe.curvature.ClassMeans}
 *   <dd>the probes
 *   <dt>{@link org.normscape.probe.curvature.TopEigenvector}
 *   <dd>a direction for lines and planes
 * </dl>
 *
 * <p>The estimators are in {@link org.normscape.linalg}.
 */
@NullMarked
package org.normscape.probe.curvature;

import org.jspecify.annotations.NullMarked;

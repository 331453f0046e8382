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
 *   <dt>{@link org.normscape.probe.curvature.spectrum.HessianEigenvalues}, {@link
 *       org.normscape.probe.curvature.edge.BatchSharpness}, {@link
 *       org.normscape.probe.curvature.spectrum.HessianTrace}, {@link
 *       org.normscape.probe.curvature.spectrum.BlockTraces}, {@link
 *       org.normscape.probe.curvature.spectrum.SpectralDensity}, {@link
 *       org.normscape.probe.curvature.edge.GradientCurvature}, {@link
 *       org.normscape.probe.curvature.spectrum.TopEigenspaceShare}, {@link
 *       org.normscape.probe.curvature.edge.OptimizerEdge}, {@link
 *       org.normscape.probe.curvature.edge.SharpnessGradient}, {@link
 *       org.normscape.probe.curvature.outlier.SpectrumOutliers}, {@link
 *       org.normscape.probe.curvature.outlier.ClassMeans}
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

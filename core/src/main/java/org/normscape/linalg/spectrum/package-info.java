/**
 * The distribution of all eigenvalues of a symmetric operator.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.spectrum.StochasticLanczosQuadrature}
 *   <dd>the estimator
 *   <dt>{@link org.normscape.linalg.spectrum.Spectrum}
 *   <dd>what it finds: means of functions over the eigenvalues, densities among them
 *   <dt>{@link org.normscape.linalg.spectrum.GaussianProductLaw}
 *   <dd>the law of the singular values of products of random matrices
 * </dl>
 */
@NullMarked
package org.normscape.linalg.spectrum;

import org.jspecify.annotations.NullMarked;

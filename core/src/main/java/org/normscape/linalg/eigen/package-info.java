/**
 * Eigenvalues and eigenvectors of symmetric matrices.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.eigen.Lanczos}
 *   <dd>the largest and the smallest eigenpairs of an operator
 *   <dt>{@link org.normscape.linalg.eigen.PowerIteration}
 *   <dd>the one of the largest magnitude, in the memory of two vectors
 *   <dt>{@link org.normscape.linalg.eigen.KrylovBasis}
 *   <dd>an orthonormal basis that grows by products, and the operator in it
 *   <dt>{@link org.normscape.linalg.eigen.SymmetricEigenproblem}
 *   <dd>all eigenpairs of a small matrix
 *   <dt>{@link org.normscape.linalg.eigen.SingularValues}
 *   <dd>the singular values of a small matrix
 * </dl>
 */
@NullMarked
package org.normscape.linalg.eigen;

import org.jspecify.annotations.NullMarked;

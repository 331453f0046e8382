/**
 * Vectors on a device, and matrices that are known by their products. No networks here.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.LinearOperator}
 *   <dd>a matrix that is known by its products with vectors
 *   <dt>{@link org.normscape.linalg.VectorSpace}
 *   <dd>the vectors of one kind on one device, and what can be done with them
 *   <dt>{@link org.normscape.linalg.OperatorCheck}
 *   <dd>what estimators take for granted of an operator
 *   <dt>{@link org.normscape.linalg.Range}
 *   <dd>how sums of squares are written so that they stay numbers of their type
 *   <dt>{@link org.normscape.linalg.RangedProgram}
 *   <dd>a program with sums of squares, run again where elements are extreme
 *   <dt>{@link org.normscape.linalg.Norm}, {@link org.normscape.linalg.Comparison}
 *   <dd>how long a vector is; how far apart two are
 * </dl>
 *
 * <p>Estimators: {@link org.normscape.linalg.eigen} eigenpairs, {@link org.normscape.linalg.trace}
 * trace and diagonal, {@link org.normscape.linalg.spectrum} the density of all eigenvalues. {@link
 * org.normscape.linalg.subspace} has subspaces, and operators without what they do in one; {@link
 * org.normscape.linalg.box} minima in a box.
 */
@NullMarked
package org.normscape.linalg;

import org.jspecify.annotations.NullMarked;

/**
 * Subspaces of vectors on a device.
 *
 * <dl>
 *   <dt>{@link org.normscape.linalg.subspace.Span}
 *   <dd>a subspace by an orthonormal basis, and its angles to another one
 *   <dt>{@link org.normscape.linalg.subspace.DeflatedOperator}
 *   <dd>an operator without what it does in a subspace
 * </dl>
 */
@NullMarked
package org.normscape.linalg.subspace;

import org.jspecify.annotations.NullMarked;

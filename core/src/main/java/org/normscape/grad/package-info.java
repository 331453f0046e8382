/**
 * Derivatives of programs, written with programs.
 *
 * <dl>
 *   <dt>{@link org.normscape.grad.Gradients}
 *   <dd>reverse mode inside a program being written
 *   <dt>{@link org.normscape.grad.Products}
 *   <dd>Jacobian-vector, Hessian-vector and Gauss-Newton-vector products, from reverse mode alone
 *   <dt>{@link org.normscape.grad.Vjp}
 *   <dd>the reverse mode of a composite, as a composite
 * </dl>
 */
@NullMarked
package org.normscape.grad;

import org.jspecify.annotations.NullMarked;

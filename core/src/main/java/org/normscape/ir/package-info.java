/**
 * Programs as data, and what a backend must be able to say.
 *
 * <dl>
 *   <dt>{@link org.normscape.ir.Program}
 *   <dd>a pure function on tensors: a flat, type-checked list of equations
 *   <dt>{@link org.normscape.ir.Trace}, {@link org.normscape.ir.Tensor}
 *   <dd>a program being written, and a value in it
 *   <dt>{@link org.normscape.ir.Primitive}
 *   <dd>the closed set of atomic operations: type rule, derivative rule, lowering
 *   <dt>{@link org.normscape.ir.Composite}
 *   <dd>a named operation whose meaning is a body of primitives
 *   <dt>{@link org.normscape.ir.Lowering}
 *   <dd>one method a primitive: all that a backend has to implement
 * </dl>
 */
@NullMarked
package org.normscape.ir;

import org.jspecify.annotations.NullMarked;

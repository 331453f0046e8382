/**
 * The plainest right answer: a backend in plain Java, against which every other one is tested.
 *
 * <p>Numbers are held as doubles. For float32 each operation computes in float64 and rounds its
 * result once, which for {@code + - * / sqrt} is the float32 operation itself. Everything runs on
 * the calling thread in one fixed order, and transcendental functions are those of {@link
 * StrictMath}: the results are the same bits on every machine.
 *
 * <dl>
 *   <dt>{@link org.normscape.reference.ReferenceBackend}
 *   <dd>the backend
 *   <dt>{@link org.normscape.reference.ReferenceProvider}
 *   <dd>opens it by the name {@code reference}
 * </dl>
 */
@NullMarked
package org.normscape.reference;

import org.jspecify.annotations.NullMarked;

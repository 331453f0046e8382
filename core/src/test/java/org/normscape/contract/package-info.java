/**
 * What every backend must do: one suite of tests, run by the reference, by ours, and by any other.
 *
 * <p>A backend's own tests extend {@link org.normscape.contract.BackendContract}, and so are held
 * to the reference backend and to finite differences in every row of the tables.
 *
 * <dl>
 *   <dt>{@link org.normscape.contract.BackendContract}
 *   <dd>the suite
 *   <dt>{@link org.normscape.contract.ExactContract}
 *   <dd>the suite of exact numerics
 *   <dt>{@link org.normscape.contract.Case}
 *   <dd>one row: what to compute, on what numbers, how exactly
 *   <dt>{@link org.normscape.contract.PrimitiveCases}
 *   <dd>the rows for every primitive
 *   <dt>{@link org.normscape.contract.CompositeCases}
 *   <dd>the rows for every composite
 * </dl>
 */
@NullMarked
package org.normscape.contract;

import org.jspecify.annotations.NullMarked;

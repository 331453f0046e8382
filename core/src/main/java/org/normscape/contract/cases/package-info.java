/**
 * The rows of the contract: what to compute, on what numbers, and how exactly.
 *
 * <dl>
 *   <dt>{@link org.normscape.contract.cases.Case}
 *   <dd>one row
 *   <dt>{@link org.normscape.contract.cases.PrimitiveCases}
 *   <dd>the rows for every primitive
 *   <dt>{@link org.normscape.contract.cases.CompositeCases}
 *   <dd>the rows for every composite
 *   <dt>{@link org.normscape.contract.cases.TrapCases}
 *   <dd>the rows for mistakes that backends have been seen to make
 * </dl>
 */
@NullMarked
package org.normscape.contract.cases;

import org.jspecify.annotations.NullMarked;

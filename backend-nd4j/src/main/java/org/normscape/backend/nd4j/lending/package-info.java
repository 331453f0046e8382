/**
 * What arrays and executables of ND4J have in common, whatever their memory is. Internal to the
 * backend.
 *
 * <dl>
 *   <dt>{@code Lender}
 *   <dd>who has the memory
 *   <dt>{@code LentArray}
 *   <dd>an array, and how long its memory stays
 *   <dt>{@code BoundPlan}
 *   <dd>steps that are ready to run
 *   <dt>{@code PlanExecutable}
 *   <dd>a plan with the arrays that it takes and gives
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.lending;

import org.jspecify.annotations.NullMarked;

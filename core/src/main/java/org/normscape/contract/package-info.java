/**
 * What every backend must do, as questions with outcomes: asked by the tests of each backend and by
 * whoever certifies one on a machine.
 *
 * <p>A question never fails for a wrong number: it gives an outcome that says so.
 *
 * <dl>
 *   <dt>{@link org.normscape.contract.Question}
 *   <dd>one row of the contract, in one type
 *   <dt>{@link org.normscape.contract.Questions}
 *   <dd>all of them
 *   <dt>{@link org.normscape.contract.Outcome}
 *   <dd>what came of one
 *   <dt>{@link org.normscape.contract.Agreement}
 *   <dd>how near numbers are to the right ones
 * </dl>
 */
@NullMarked
package org.normscape.contract;

import org.jspecify.annotations.NullMarked;

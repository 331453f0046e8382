/**
 * The questions, one class each.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.question.Questions}
 *   <dd>all of them, by name
 *   <dt>{@link org.normscape.bench.question.Ceilings}
 *   <dd>what the machine can do at most, which every table names
 * </dl>
 */
@NullMarked
package org.normscape.bench.question;

import org.jspecify.annotations.NullMarked;

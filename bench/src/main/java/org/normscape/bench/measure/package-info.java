/**
 * The frame in which questions are asked: each case in processes of its own, in rounds.
 *
 * <dl>
 *   <dt>{@link org.normscape.bench.measure.Question}
 *   <dd>what is asked, as a list of cases
 *   <dt>{@link org.normscape.bench.measure.Case}
 *   <dd>a contender at a piece of work
 *   <dt>{@link org.normscape.bench.measure.Measurement}
 *   <dd>what the process of a case does
 *   <dt>{@link org.normscape.bench.measure.Run}
 *   <dd>asks a question
 *   <dt>{@link org.normscape.bench.measure.Answer}
 *   <dd>what was found
 *   <dt>{@link org.normscape.bench.measure.Agreement}
 *   <dd>whether the contenders at a piece of work computed the same numbers
 *   <dt>{@link org.normscape.bench.measure.Table}, {@link org.normscape.bench.measure.Document},
 *       {@link org.normscape.bench.measure.AnswerFigure}
 *   <dd>an answer as text, as JSON, as a figure
 * </dl>
 */
@NullMarked
package org.normscape.bench.measure;

import org.jspecify.annotations.NullMarked;

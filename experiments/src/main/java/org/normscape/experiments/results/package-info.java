/**
 * The results of all experiments as pages: what the claims of the papers look like when measured.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.results.Planned}
 *   <dd>an experiment on a backend, with the finished run that makes another one unnecessary
 *   <dt>{@link org.normscape.experiments.results.Costs}
 *   <dd>how long runs take, by those that were made
 *   <dt>{@link org.normscape.experiments.results.Result}
 *   <dd>a finished run with its verdicts and drawings, or why there is none
 *   <dt>{@link org.normscape.experiments.results.ResultPages}
 *   <dd>writes an index and a page for each experiment, in Markdown, with figures as SVG
 *   <dt>Summaries
 *   <dd>what the pages say of all results, kept as JSON, so that results come together over
 *       commands and machines
 * </dl>
 */
@NullMarked
package org.normscape.experiments.results;

import org.jspecify.annotations.NullMarked;

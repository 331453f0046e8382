/**
 * Pages of documentation that are generated from the code, and what holds for all pages.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.page.NormalizationPage}
 *   <dd>the parts of docs/normalizations.md: facts, formulas, and names in other libraries
 *   <dt>{@link org.normscape.experiments.page.Facts}
 *   <dd>what a normalization is found to be: which {@link org.normscape.experiments.page.Change} of
 *       its input it does not see, and how much it computes
 *   <dt>{@link org.normscape.experiments.page.KeysPage}
 *   <dd>docs/keys.md
 *   <dt>{@link org.normscape.experiments.page.MarkdownFile}
 *   <dd>a page, taken apart: its links lead somewhere, its Java is compiled, its commands are known
 * </dl>
 */
@NullMarked
package org.normscape.experiments.page;

import org.jspecify.annotations.NullMarked;

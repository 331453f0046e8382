/**
 * The laboratory: experiments described by data files, run on any backend, reported from what was
 * recorded. Each package below has one part of it; here is what they share.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.UserError}
 *   <dd>what the user can mend, said in one sentence
 *   <dt>{@link org.normscape.experiments.Nearest}
 *   <dd>the word that was probably meant
 *   <dt>{@link org.normscape.experiments.ResourceFolder}
 *   <dd>texts that come with the program: experiments, and the manual
 * </dl>
 */
@NullMarked
package org.normscape.experiments;

import org.jspecify.annotations.NullMarked;

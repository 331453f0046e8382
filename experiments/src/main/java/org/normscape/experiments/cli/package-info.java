/**
 * The command line: the only place that knows the injector, the terminal and exit codes.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.cli.Main}
 *   <dd>the program
 *   <dt>{@link org.normscape.experiments.cli.surroundings.Injection}
 *   <dd>the backends there are, found by Guice
 *   <dt>{@link org.normscape.experiments.cli.surroundings.Surroundings}
 *   <dd>what commands take from outside
 * </dl>
 */
@NullMarked
package org.normscape.experiments.cli;

import org.jspecify.annotations.NullMarked;

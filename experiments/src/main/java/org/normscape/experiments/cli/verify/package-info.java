/**
 * The commands that compare: backends with each other, runs with runs, kernels with their contract,
 * and this machine with what is needed.
 */
@NullMarked
package org.normscape.experiments.cli.verify;

import org.jspecify.annotations.NullMarked;

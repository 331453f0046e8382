/**
 * The commands that show what was measured: reports, claims, runs, and the pages of all results.
 */
@NullMarked
package org.normscape.experiments.cli.result;

import org.jspecify.annotations.NullMarked;

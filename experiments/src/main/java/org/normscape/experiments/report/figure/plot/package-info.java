/**
 * The kinds of plots there are, one record each: {@code line}, {@code band}, {@code ribbon}, {@code
 * spectrum}, {@code heat-map}, {@code surface}, {@code bars}.
 */
@NullMarked
package org.normscape.experiments.report.figure.plot;

import org.jspecify.annotations.NullMarked;

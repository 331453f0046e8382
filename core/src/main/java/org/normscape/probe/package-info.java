/**
 * Probes: measurements of an objective around a point, which change nothing they are given. One
 * package a kind: see {@link org.normscape.probe.landscape}.
 */
@NullMarked
package org.normscape.probe;

import org.jspecify.annotations.NullMarked;

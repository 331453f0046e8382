package org.normscape.probe.direction;

import org.normscape.backend.Array;
import org.normscape.params.Parameters;

/**
 * A direction at one point: {@code d = factor · vector}, by the paths of the parameters that move.
 *
 * @param vector arrays that are lent until the measurement is over
 * @param factor what they are multiplied with
 */
public record Ray(Parameters<Array> vector, double factor) {}

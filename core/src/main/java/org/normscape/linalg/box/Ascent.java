package org.normscape.linalg.box;

/**
 * What a search found.
 *
 * @param start the value at 0
 * @param highest the largest value on the way; not a number where one on the way is none
 * @param evaluations how often the function and its gradient were evaluated
 */
public record Ascent(double start, double highest, int evaluations) {}

package org.normscape.experiments.spec;

/**
 * Where an experiment comes from.
 *
 * @param paper authors, title, venue and year
 * @param figure the figure or table that it reproduces
 */
public record SourceSpec(String paper, String figure) {}

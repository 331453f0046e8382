package org.normscape.objective;

import org.normscape.params.Parameters;

/**
 * Where an objective is evaluated.
 *
 * @param parameters what is learned
 * @param state what normalizations remember
 * @param <T> types, tensors or arrays
 */
public record Point<T>(Parameters<T> parameters, Parameters<T> state) {}

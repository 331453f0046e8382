/**
 * Examples in memory: what a network is shown and what it is to say of it.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.data.example.Examples}
 *   <dd>inputs and a target for each
 *   <dt>{@link org.normscape.experiments.data.example.Inputs}
 *   <dd>images of bytes or vectors of numbers, of any shape
 *   <dt>{@link org.normscape.experiments.data.example.Targets}
 *   <dd>classes, or vectors to be regressed on, with the loss that belongs to them
 *   <dt>{@link org.normscape.experiments.data.example.Standardization}
 *   <dd>how values become inputs of mean 0 and deviation 1
 * </dl>
 */
@NullMarked
package org.normscape.experiments.data.example;

import org.jspecify.annotations.NullMarked;

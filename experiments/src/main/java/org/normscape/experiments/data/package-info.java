/**
 * Data sets, of inputs of any shape with classes or vectors to be learned, and where they come
 * from.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.data.DataSource}
 *   <dd>a data set as configuration names it; {@code data.source} has those there are
 *   <dt>{@link org.normscape.experiments.data.DataContext}, {@link
 *       org.normscape.experiments.data.DataFolder}
 *   <dd>what it takes from outside, and who is named when a folder is not what it should be
 *   <dt>{@link org.normscape.experiments.data.Dataset}
 *   <dd>the examples to train and to test on, in memory; {@code data.example} is what they are
 *   <dt>{@code data.batch}, {@code data.augment}
 *   <dd>which of them a step is shown, and how they are varied
 *   <dt>{@code data.own}
 *   <dd>how files of any name become examples
 *   <dt>{@code data.file}, {@code data.generate}, {@code data.fetch}
 *   <dd>how they are read, drawn and brought
 * </dl>
 */
@NullMarked
package org.normscape.experiments.data;

import org.jspecify.annotations.NullMarked;

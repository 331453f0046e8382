/**
 * The files of a run, as they are written so that nothing is lost.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.run.file.WholeFile}
 *   <dd>a file that is there whole or not at all
 *   <dt>{@link org.normscape.experiments.run.file.JsonLines}
 *   <dd>a file to which one JSON object a line is appended
 *   <dt>{@link org.normscape.experiments.run.file.Json}
 *   <dd>JSON as runs keep it
 *   <dt>{@link org.normscape.experiments.run.file.Extent}
 *   <dd>how far a file went at some moment
 * </dl>
 */
@NullMarked
package org.normscape.experiments.run.file;

import org.jspecify.annotations.NullMarked;

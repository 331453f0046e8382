/**
 * Data of one's own: files in the forms in which other programs write examples, as examples.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.data.own.Place}
 *   <dd>where they lie, and what is said of a file that is not what it must be
 *   <dt>{@link org.normscape.experiments.data.own.Classes}
 *   <dd>the classes that labels name
 *   <dt>{@link org.normscape.experiments.data.own.Split}
 *   <dd>which examples are tested on where nobody else says so
 *   <dt>{@link org.normscape.experiments.data.own.PictureFolder}, {@link
 *       org.normscape.experiments.data.own.ArrayPart}, {@link
 *       org.normscape.experiments.data.own.CsvRows}
 *   <dd>pictures, arrays and tables as examples
 * </dl>
 */
@NullMarked
package org.normscape.experiments.data.own;

import org.jspecify.annotations.NullMarked;

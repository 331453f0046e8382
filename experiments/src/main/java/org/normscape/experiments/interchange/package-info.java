/**
 * Files of open formats, which other programs read and write too.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.interchange.ArrayFormat}
 *   <dd>the formats of files with named arrays
 *   <dt>{@link org.normscape.experiments.interchange.SafeTensors}, {@link
 *       org.normscape.experiments.interchange.Npz}
 *   <dd>named arrays in one file
 *   <dt>{@link org.normscape.experiments.interchange.Npy}
 *   <dd>one array in a file
 *   <dt>{@link org.normscape.experiments.interchange.StoredArray}
 *   <dd>an array as a file holds it; {@code ElementFormat} is the type of its elements
 * </dl>
 */
@NullMarked
package org.normscape.experiments.interchange;

import org.jspecify.annotations.NullMarked;

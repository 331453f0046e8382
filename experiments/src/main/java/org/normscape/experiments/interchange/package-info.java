/**
 * Files of open formats, which other programs read and write too.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.interchange.SafeTensors}
 *   <dd>named arrays in one file
 *   <dt>{@link org.normscape.experiments.interchange.StructuredGrid}
 *   <dd>numbers on a grid, for ParaView
 * </dl>
 */
@NullMarked
package org.normscape.experiments.interchange;

import org.jspecify.annotations.NullMarked;

/**
 * How primitives and composites are said, one family a class. Internal to the backend.
 *
 * <dl>
 *   <dt>{@code Nd4jLowering}
 *   <dd>what the interpreter asks, handed to the families
 *   <dt>{@code Formulas}
 *   <dd>functions that ND4J has wrong, by those that it has right
 *   <dt>{@code Planner}
 *   <dd>makes plans from programs
 * </dl>
 */
@NullMarked
package org.normscape.backend.nd4j.lowering;

import org.jspecify.annotations.NullMarked;

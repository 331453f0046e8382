/**
 * Values with names.
 *
 * <dl>
 *   <dt>{@link org.normscape.params.Parameters}
 *   <dd>one ordered map from path to value, for types, tensors, arrays, gradients and directions
 *   <dt>{@link org.normscape.params.NamedProgram}
 *   <dd>a program whose arguments and results have names
 * </dl>
 */
@NullMarked
package org.normscape.params;

import org.jspecify.annotations.NullMarked;

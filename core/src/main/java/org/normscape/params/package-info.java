/**
 * Values with names, and who closes them.
 *
 * <dl>
 *   <dt>{@link org.normscape.params.Parameters}
 *   <dd>one ordered map from path to value, for types, tensors, arrays, gradients and directions
 *   <dt>{@link org.normscape.params.NamedProgram}
 *   <dd>a program whose arguments and results have names
 *   <dt>{@link org.normscape.params.Owner}
 *   <dd>the arrays that a piece of work made, which close as one
 *   <dt>{@link org.normscape.params.Bundle}
 *   <dd>values that belong together
 * </dl>
 */
@NullMarked
package org.normscape.params;

import org.jspecify.annotations.NullMarked;

/**
 * Named values: {@link org.normscape.params.Parameters} is one ordered map from path to value, for
 * types, tensors, arrays, gradients and directions alike.
 */
@NullMarked
package org.normscape.params;

import org.jspecify.annotations.NullMarked;

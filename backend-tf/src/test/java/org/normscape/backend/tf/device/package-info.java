/** GPUs that are not there: each reason is one sentence. */
@NullMarked
package org.normscape.backend.tf.device;

import org.jspecify.annotations.NullMarked;

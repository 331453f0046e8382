/** The contract of backends, and what TensorFlow adds to it: memory, threads, injection. */
@NullMarked
package org.normscape.backend.tf;

import org.jspecify.annotations.NullMarked;

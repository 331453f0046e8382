/** Tests of derivatives. */
@NullMarked
package org.normscape.grad;

import org.jspecify.annotations.NullMarked;

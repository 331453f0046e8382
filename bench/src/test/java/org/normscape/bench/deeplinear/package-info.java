/** Tests of what is mostly dispatch. */
@NullMarked
package org.normscape.bench.deeplinear;

import org.jspecify.annotations.NullMarked;

/** Tests of the frame's arithmetic and of what it writes. */
@NullMarked
package org.normscape.bench.measure;

import org.jspecify.annotations.NullMarked;

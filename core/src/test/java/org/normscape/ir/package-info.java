/** Tests of programs and primitives. */
@NullMarked
package org.normscape.ir;

import org.jspecify.annotations.NullMarked;

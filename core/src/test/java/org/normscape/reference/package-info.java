/** Tests of the reference backend. */
@NullMarked
package org.normscape.reference;

import org.jspecify.annotations.NullMarked;

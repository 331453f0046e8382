/** Tests of how the packages stand to each other. */
@NullMarked
package org.normscape.architecture;

import org.jspecify.annotations.NullMarked;

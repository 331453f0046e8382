/** What tests of layers share: {@link org.normscape.check.Numbers}. */
@NullMarked
package org.normscape.check;

import org.jspecify.annotations.NullMarked;

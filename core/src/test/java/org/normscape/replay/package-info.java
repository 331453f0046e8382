/** Tests of finding the first difference. */
@NullMarked
package org.normscape.replay;

import org.jspecify.annotations.NullMarked;

/** What backends have in common. */
@NullMarked
package org.normscape.backend;

import org.jspecify.annotations.NullMarked;

/** What the components of records must be, and the error of one that is not. */
@NullMarked
package org.normscape.component;

import org.jspecify.annotations.NullMarked;

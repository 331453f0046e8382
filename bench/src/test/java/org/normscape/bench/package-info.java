/** Tests that the questions can be asked. */
@NullMarked
package org.normscape.bench;

import org.jspecify.annotations.NullMarked;

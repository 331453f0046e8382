/** Tests of the rules for executables. */
@NullMarked
package org.normscape.contract.executable;

import org.jspecify.annotations.NullMarked;

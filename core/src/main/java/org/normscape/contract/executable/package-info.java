/** Rules for executables and arrays, whatever the program. */
@NullMarked
package org.normscape.contract.executable;

import org.jspecify.annotations.NullMarked;

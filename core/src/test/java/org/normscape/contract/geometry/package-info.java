/** Tests of generated geometries. */
@NullMarked
package org.normscape.contract.geometry;

import org.jspecify.annotations.NullMarked;

/** How inputs are varied each time they are shown. */
@NullMarked
package org.normscape.experiments.data.augment;

import org.jspecify.annotations.NullMarked;

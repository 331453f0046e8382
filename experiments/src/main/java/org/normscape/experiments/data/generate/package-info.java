/** How examples are drawn. */
@NullMarked
package org.normscape.experiments.data.generate;

import org.jspecify.annotations.NullMarked;

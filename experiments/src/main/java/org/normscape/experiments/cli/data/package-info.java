/** The command {@code data}: where data is, whether it is right, and how to get it. */
@NullMarked
package org.normscape.experiments.cli.data;

import org.jspecify.annotations.NullMarked;

/**
 * What a command finds around it: the terminal, the backends that can be had, a browser; and how
 * complaints are worded.
 */
@NullMarked
package org.normscape.experiments.cli.surroundings;

import org.jspecify.annotations.NullMarked;

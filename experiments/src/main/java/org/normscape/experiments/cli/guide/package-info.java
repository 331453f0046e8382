/** The commands that explain: help, list, describe, init and completion. */
@NullMarked
package org.normscape.experiments.cli.guide;

import org.jspecify.annotations.NullMarked;

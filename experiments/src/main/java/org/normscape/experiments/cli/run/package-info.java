/** The commands that measure: run, resume, sweep and probe, and the worker of a cluster. */
@NullMarked
package org.normscape.experiments.cli.run;

import org.jspecify.annotations.NullMarked;

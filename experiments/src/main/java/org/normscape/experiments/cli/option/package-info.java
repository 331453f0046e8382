/**
 * Options that several commands have, and what they decide: the experiment and its changes, the
 * data, how tasks go on, what is exported.
 */
@NullMarked
package org.normscape.experiments.cli.option;

import org.jspecify.annotations.NullMarked;

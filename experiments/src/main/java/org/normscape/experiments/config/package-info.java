/**
 * Configuration and records: {@link org.normscape.experiments.config.Binder} makes one of the
 * other, {@link org.normscape.experiments.config.Overlay} lays one configuration over another.
 * Nothing here knows an experiment.
 */
@NullMarked
package org.normscape.experiments.config;

import org.jspecify.annotations.NullMarked;

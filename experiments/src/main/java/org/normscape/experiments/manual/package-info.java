/** The manual: short texts about topics, as {@code normscape help TOPIC} prints them. */
@NullMarked
package org.normscape.experiments.manual;

import org.jspecify.annotations.NullMarked;

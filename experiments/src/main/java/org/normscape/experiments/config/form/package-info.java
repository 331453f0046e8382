/**
 * The forms that values take in configuration: each reads, writes and describes values of one shape
 * of type, and says in words what it wants. {@link org.normscape.experiments.config.form.Forms}
 * finds the form of a type.
 */
@NullMarked
package org.normscape.experiments.config.form;

import org.jspecify.annotations.NullMarked;

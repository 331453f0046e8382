/**
 * What configuration can name: interfaces, the records that implement them, and the jars that these
 * come from.
 */
@NullMarked
package org.normscape.experiments.config.kind;

import org.jspecify.annotations.NullMarked;

/**
 * What there is to know about records that configuration can name: their comments, which the build
 * keeps beside the classes, with the keys, defaults and allowed values that the records show
 * themselves.
 */
@NullMarked
package org.normscape.experiments.config.document;

import org.jspecify.annotations.NullMarked;

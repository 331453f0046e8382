/** Brings a data set from its home page: download, unpack, check, put in place. */
@NullMarked
package org.normscape.experiments.data.fetch;

import org.jspecify.annotations.NullMarked;

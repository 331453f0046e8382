/** The files that data sets come in: found, checked, read. */
@NullMarked
package org.normscape.experiments.data.file;

import org.jspecify.annotations.NullMarked;

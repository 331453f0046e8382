/** The program that runs on Apache Spark: it lends places, in each of which a worker runs. */
@NullMarked
package org.normscape.places;

import org.jspecify.annotations.NullMarked;

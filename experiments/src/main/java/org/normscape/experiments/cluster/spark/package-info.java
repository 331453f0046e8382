/**
 * Apache Spark as a cluster. Spark has a class path and processes of its own: what runs there is a
 * small program of {@code experiments/src/cluster}, which starts workers of the command line.
 */
@NullMarked
package org.normscape.experiments.cluster.spark;

import org.jspecify.annotations.NullMarked;

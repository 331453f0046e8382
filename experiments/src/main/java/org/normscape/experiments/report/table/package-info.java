/**
 * What a run measured, as tables for other programs.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.table.ResultsTable}
 *   <dd>one row for each cell: its settings, and means with intervals over its seeds
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report.table;

import org.jspecify.annotations.NullMarked;

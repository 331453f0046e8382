/**
 * Reports on runs: pictures, one page that works offline, and a summary for the terminal. A report
 * reads what a run has measured and computes none of it again. Nothing here knows a metric by name:
 * what names mean is declared by those who measure, and kept in the run.
 *
 * <dl>
 *   <dt>{@link org.normscape.experiments.report.Reports}
 *   <dd>writes the report of a run, or of several side by side
 *   <dt>{@code metrics}
 *   <dd>what a run left behind, as it is read back
 *   <dt>{@code figure}, {@code figure.plot}
 *   <dd>the grammar of figures, and the kinds of plots
 *   <dt>{@code drawing}
 *   <dd>figures as data
 *   <dt>{@code study}
 *   <dd>facts, tables and verdicts
 *   <dt>{@code surface}
 *   <dd>measured planes as files for ParaView
 *   <dt>{@code picture}, {@code page}
 *   <dd>drawings as files, and all of it as a page
 * </dl>
 */
@NullMarked
package org.normscape.experiments.report;

import org.jspecify.annotations.NullMarked;

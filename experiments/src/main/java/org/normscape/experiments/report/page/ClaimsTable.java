package org.normscape.experiments.report.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.normscape.experiments.claim.Confounder;
import org.normscape.experiments.claim.Verdict;
import org.normscape.experiments.claim.effect.Interval;
import org.normscape.experiments.report.study.Study;

/** The table of a run's claims, with which a page opens: a row for each, the verdict first. */
final class ClaimsTable {

  private static final List<String> HEADS =
      List.of("Verdict", "Claim", "Effect", "Expected", "Why so judged", "Beside it");

  private ClaimsTable() {}

  /** The section, or nothing where a run claims nothing. */
  static String of(String heading, Study.Subject subject) {
    String table = table(subject.verdicts());
    String unjudged =
        subject.unjudged().isEmpty()
            ? ""
            : Html.element("p", "class=\"warning\"", Html.text(subject.unjudged()));
    return table.isEmpty() && unjudged.isEmpty()
        ? ""
        : "<section><h2>%s</h2>%s%s</section>".formatted(Html.text(heading), unjudged, table);
  }

  private static String table(List<Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "";
    }
    int columns = columns(verdicts);
    String head =
        HEADS.stream()
            .limit(columns)
            .map(name -> Html.element("th", "scope=\"col\"", Html.text(name)))
            .collect(Collectors.joining());
    String rows =
        verdicts.stream().map(verdict -> row(verdict, columns)).collect(Collectors.joining());
    return "%s<table class=\"claims\"><thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
        .formatted(methods(verdicts), head, rows);
  }

  /** The last one is left out where it is empty. */
  private static int columns(List<Verdict> verdicts) {
    boolean isFull = verdicts.stream().anyMatch(verdict -> !verdict.confounders().isEmpty());
    return isFull ? HEADS.size() : HEADS.size() - 1;
  }

  /** How means and intervals were made. */
  private static String methods(List<Verdict> verdicts) {
    String said =
        verdicts.stream()
            .flatMap(verdict -> verdict.effect().stream())
            .map(Interval::method)
            .distinct()
            .collect(Collectors.joining("; or "));
    return said.isEmpty()
        ? ""
        : Html.element("p", "class=\"hint\"", Html.text("Effects over the seeds: " + said + "."));
  }

  private static String row(Verdict verdict, int columns) {
    String kind = verdict.outcome().name().toLowerCase(Locale.ROOT);
    return Html.element(
        "tr",
        "class=\"%s\"".formatted(kind),
        Stream.of(
                outcome(verdict),
                cell(1, Html.text(verdict.claim().sentence()) + place(verdict)),
                cell(2, effect(verdict)),
                cell(3, Html.text(verdict.claim().expected().text())),
                cell(4, Html.text(verdict.reason())),
                cell(5, confounders(verdict)))
            .limit(columns)
            .collect(Collectors.joining()));
  }

  private static String outcome(Verdict verdict) {
    String sign =
        Html.element("span", "aria-hidden=\"true\"", Html.text(verdict.outcome().symbol()));
    return Html.element("th", "scope=\"row\"", sign + " " + Html.text(verdict.outcome().text()));
  }

  private static String cell(int column, String html) {
    return Html.element("td", "data-head=\"%s\"".formatted(HEADS.get(column)), html);
  }

  private static String place(Verdict verdict) {
    String place = verdict.claim().place();
    return place.isEmpty() ? "" : " " + Html.element("cite", "", Html.text(place));
  }

  private static String effect(Verdict verdict) {
    String size =
        verdict
            .effect()
            .map(
                effect ->
                    "%s over %s %s"
                        .formatted(
                            effect.text(), effect.seeds(), effect.seeds() == 1 ? "seed" : "seeds"))
            .orElse("not known");
    return Html.element("b", "", Html.text(size))
        + " "
        + Html.element("small", "", Html.text(verdict.claim().effect().words()));
  }

  private static String confounders(Verdict verdict) {
    return verdict.confounders().stream()
        .map(Confounder::text)
        .map(text -> Html.element("p", "", Html.text(text)))
        .collect(Collectors.joining());
  }
}

package org.normscape.experiments.cli.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.normscape.experiments.run.file.Json;

/** Outcomes as JSON, all at the end. */
final class JsonVerdicts implements Verdicts {

  private final PrintWriter out;
  private final List<Map<String, Object>> outcomes = new ArrayList<>();

  JsonVerdicts(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void first(Outcome outcome, double seconds) {
    outcomes.add(tree(outcome, seconds, "first"));
  }

  @Override
  public void judged(Outcome outcome, double seconds, Promise.Judgement judgement)
      throws IOException {
    Map<String, Object> tree = tree(outcome, seconds, judgement.word());
    tree.put("details", judgement.details().text().lines().toList());
    outcomes.add(tree);
  }

  @Override
  public void end(boolean same, Optional<Path> figures) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("same", same);
    tree.put("outcomes", outcomes);
    figures.ifPresent(folder -> tree.put("figures", folder.toString()));
    out.print(Json.pretty(tree));
    out.flush();
  }

  private static Map<String, Object> tree(Outcome outcome, double seconds, String verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("experiment", outcome.spec().name());
    tree.put("scale", outcome.spec().scale());
    tree.put("backend", outcome.candidate().toString());
    tree.put("digest", outcome.run().digest());
    tree.put("seconds", seconds);
    tree.put("verdict", verdict);
    tree.put("run", outcome.run().record().directory().toString());
    return tree;
  }
}

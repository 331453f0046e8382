package org.normscape.experiments.spec;

import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.normscape.experiments.claim.Claim;

/**
 * What an experiment does: its cells and what differs between them, its settings and the reasons
 * that its file gives, its scales and its claims.
 *
 * @param spec the experiment at one scale
 * @param common the settings that all cells share, in order
 * @param cells for each cell, the settings in which it differs from others
 * @param scales the names of the scales, each with the reason its file gives
 * @param reasons why the file says so
 */
public record ExperimentGuide(
    ExperimentSpec spec,
    Map<String, String> common,
    Map<String, Map<String, String>> cells,
    Map<String, String> scales,
    Map<String, String> reasons) {

  private static final String NAME = "name";
  private static final String INDENT = "  ";

  /** The guide of an experiment at a scale. */
  public static ExperimentGuide of(String experiment, String scale) {
    ExperimentSpec spec = Catalog.resolve(experiment, scale, List.of());
    ConfigObject file = ExperimentFile.named(experiment).parse().root();
    Reasons reasons = Reasons.of(file);
    Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    for (CellSpec cell : spec.cells()) {
      settings.put(cell.name(), flat(SpecJson.tree(cell)));
    }
    Map<String, String> common = FlatTree.shared(settings);
    settings.values().forEach(own -> own.keySet().removeAll(common.keySet()));
    Map<String, String> scales = new LinkedHashMap<>();
    Catalog.scales(experiment)
        .forEach(name -> scales.put(name, reasons.of("scales." + name).orElse("")));
    return new ExperimentGuide(spec, common, settings, scales, reasons.byPath());
  }

  private static Map<String, String> flat(Object tree) {
    Map<String, String> flat = new LinkedHashMap<>();
    FlatTree.of(tree).forEach((path, value) -> flat.put(path, text(value)));
    flat.remove(NAME);
    return flat;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(ExperimentGuide::text).collect(Collectors.joining(", ", "[", "]"))
        : String.valueOf(value).replaceFirst("[.]0$", "");
  }

  /** The guide as maps, lists and texts: the resolved experiment, and what differs in its cells. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("experiment", SpecJson.tree(spec));
    tree.put("scales", scales);
    tree.put("common", common);
    tree.put("cells", cells);
    return tree;
  }

  /** The guide in lines of text. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(spec.name() + (spec.title().isEmpty() ? "" : ": " + spec.title()));
    spec.source().ifPresent(s -> lines.add("%s, %s".formatted(s.paper(), s.figure())));
    section(lines, spec.description().strip().lines().toList());
    List<String> scaleLines = new ArrayList<>(List.of("Scales:"));
    scales.forEach(
        (name, reason) -> scaleLines.add("  %-8s %s".formatted(name, reason).stripTrailing()));
    section(lines, scaleLines);
    section(lines, cellLines());
    section(lines, commonLines());
    if (!spec.claims().isEmpty()) {
      List<String> claims = new ArrayList<>(List.of("Claims that are judged:"));
      spec.claims().forEach(claim -> claims.addAll(lines(claim)));
      section(lines, claims);
    }
    return lines;
  }

  private static List<String> lines(Claim claim) {
    String place = claim.place().isEmpty() ? "" : " (%s)".formatted(claim.place());
    return List.of(
        INDENT + claim.sentence() + place,
        "    expected: %s is %s".formatted(claim.effect().words(), claim.expected().text()));
  }

  private List<String> cellLines() {
    List<String> lines = new ArrayList<>(List.of("Cells, and what differs between them:"));
    cells.forEach(
        (name, settings) -> {
          lines.add(INDENT + name);
          settings.forEach((key, value) -> lines.add("    %s = %s".formatted(key, value)));
        });
    return lines;
  }

  private List<String> commonLines() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Settings at scale %s; change them with --set key=value, or in one cell with --set cells.NAME.key=value:"
                    .formatted(spec.scale())));
    TreeSet<String> said = new TreeSet<>();
    common.forEach(
        (key, value) -> {
          reasonsOf(key).stream()
              .filter(said::add)
              .forEach(path -> lines.add("  # " + reasons.get(path)));
          lines.add("  %s = %s".formatted(key, value));
        });
    return lines;
  }

  /** The paths of the groups around a setting, and its own, that have a reason. */
  private List<String> reasonsOf(String key) {
    List<String> paths = new ArrayList<>();
    for (int end = key.indexOf('.'); end >= 0; end = key.indexOf('.', end + 1)) {
      paths.add(key.substring(0, end));
    }
    paths.add(key);
    return paths.stream().filter(path -> !reasons.getOrDefault(path, "").isEmpty()).toList();
  }

  private static void section(List<String> lines, List<String> more) {
    if (!more.isEmpty()) {
      lines.add("");
      lines.addAll(more);
    }
  }
}

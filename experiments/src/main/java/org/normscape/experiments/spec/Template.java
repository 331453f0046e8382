package org.normscape.experiments.spec;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.config.document.DescribedKey;
import org.normscape.experiments.config.document.PlainText;
import org.normscape.experiments.config.document.Reference;
import org.normscape.experiments.config.form.Form;
import org.normscape.experiments.config.form.Forms;
import org.normscape.experiments.config.form.Key;
import org.normscape.probe.Probe;

/**
 * An experiment's file for a user to change: everything that an experiment says at one scale, each
 * key with what it means and what may be written there. It needs no other file.
 *
 * @param spec the experiment
 * @param reference what is known of every key
 */
public record Template(ExperimentSpec spec, Reference reference) {

  private static final String NAME = "name";
  private static final Set<String> LATER = Set.of(NAME, "scale", "cells", "figures", "claims");
  private static final String OF_KIND = "." + Forms.KIND;
  private static final ConfigRenderOptions HOCON =
      ConfigRenderOptions.defaults().setOriginComments(false).setJson(false);

  /** The lines of a file for an experiment of this name. */
  public List<String> lines(String name) {
    Map<String, @Nullable Object> tree = map(SpecJson.tree(spec));
    List<String> lines = new ArrayList<>();
    lines.add("# Starts from \"%s\" at scale %s.".formatted(spec.name(), spec.scale()));
    lines.add(
        "# What is not said has its default. To run it: normscape run %s.conf".formatted(name));
    lines.addAll(List.of("", "name = " + rendered(name)));
    Map<String, DescribedKey> known = new LinkedHashMap<>();
    explain(ExperimentSpec.class, "", Map.of(), known);
    Map<String, @Nullable Object> first = new LinkedHashMap<>(tree);
    first.keySet().removeAll(LATER);
    FlatTree.of(first).forEach((path, value) -> setting(path, value, known, lines));
    cells(lines);
    Stream.of("figures", "claims")
        .forEach(key -> lines.addAll(List.of("", key + " = " + rendered(tree.get(key)))));
    return lines;
  }

  private void cells(List<String> lines) {
    Map<String, Map<String, Object>> own = new LinkedHashMap<>();
    for (CellSpec cell : spec.cells()) {
      Map<String, Object> settings = FlatTree.of(SpecJson.tree(cell));
      settings.remove(NAME);
      own.put(cell.name(), settings);
    }
    Map<String, Object> shared = FlatTree.shared(own);
    CellSpec first = spec.cells().get(0);
    Map<String, DescribedKey> known = new LinkedHashMap<>();
    explain(CellSpec.class, "", Objects.requireNonNull(own.get(first.name())), known);
    lines.addAll(List.of("", "# What all cells share."));
    shared.forEach((path, value) -> setting(path, value, known, lines));
    lines.addAll(
        List.of(
            "", "# The networks that are compared, and what differs between them.", "cells = ["));
    own.forEach(
        (cell, settings) -> {
          settings.keySet().removeAll(shared.keySet());
          lines.addAll(List.of("  {", "    name = " + rendered(cell)));
          settings.forEach(
              (path, value) -> lines.add("    %s = %s".formatted(path, rendered(value))));
          lines.add("  }");
        });
    lines.add("]");
  }

  /** Collects what is known of the keys of a record, and of the kinds that are chosen in it. */
  private void explain(
      Class<? extends Record> type,
      String prefix,
      Map<String, Object> chosen,
      Map<String, DescribedKey> known) {
    List<Key> keys = reference.forms().keys(type);
    List<DescribedKey> described = reference.keys(type);
    for (int i = 0; i < keys.size(); i++) {
      String path = prefix + keys.get(i).path();
      Optional<Class<?>> family = keys.get(i).form().vocabulary().filter(Class::isInterface);
      String word = family.isPresent() && !chosen.containsKey(path) ? path + OF_KIND : path;
      known.put(word, described.get(i));
      family.ifPresent(interfaceType -> explainKind(interfaceType, word, chosen, known));
    }
    chosen.keySet().stream()
        .filter(path -> type == CellSpec.class && path.matches("probes[.][^.]+[.]kind"))
        .forEach(path -> explainProbe(path, chosen, known));
  }

  private void explainProbe(
      String path, Map<String, Object> chosen, Map<String, DescribedKey> known) {
    Form probes = reference.forms().of(Probe.class);
    reference
        .forms()
        .kinds()
        .named(Probe.class, String.valueOf(chosen.get(path)))
        .map(kind -> reference.describe("probe", kind).summary())
        .map(text -> new DescribedKey(path, probes.words(), Optional.empty(), text, List.of()))
        .ifPresent(key -> known.put(path, key));
    explainKind(Probe.class, path, chosen, known);
  }

  private void explainKind(
      Class<?> family, String path, Map<String, Object> chosen, Map<String, DescribedKey> known) {
    String group = path.substring(0, path.length() - Forms.KIND.length());
    Optional.ofNullable(chosen.get(path))
        .flatMap(name -> reference.forms().kinds().named(family, name.toString()))
        .ifPresent(kind -> explain(kind.type(), group, chosen, known));
  }

  private static void setting(
      String path, Object value, Map<String, DescribedKey> known, List<String> lines) {
    lines.add("");
    Optional.ofNullable(known.get(path)).ifPresent(key -> comment(key, lines));
    lines.add("%s = %s".formatted(path, rendered(value)));
  }

  private static void comment(DescribedKey key, List<String> lines) {
    String text = key.text().isEmpty() ? key.type() : "%s: %s".formatted(key.text(), key.type());
    PlainText.wrapped("# " + text, "#").forEach(lines::add);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(Object tree) {
    return (Map<String, @Nullable Object>) tree;
  }

  private static String rendered(@Nullable Object value) {
    if (value instanceof String text && text.contains("\n") && !text.contains("\"\"\"")) {
      return "\"\"\"" + text + "\"\"\"";
    }
    if (value instanceof List<?> list && list.stream().noneMatch(Map.class::isInstance)) {
      return list.stream().map(Template::rendered).collect(Collectors.joining(", ", "[", "]"));
    }
    return ConfigValueFactory.fromAnyRef(value).render(HOCON).strip();
  }
}

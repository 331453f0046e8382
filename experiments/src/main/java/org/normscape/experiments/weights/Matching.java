package org.normscape.experiments.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.nn.ParameterSpec;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/** The search for the arrays of a network in a file, with what it found wrong so far. */
final class Matching {

  private static final String BIAS = "bias";
  private static final String MEAN = "mean";

  private final Weights weights;
  private final Parameters<ParameterSpec> network;
  private Optional<Shape> flattened;
  private final Map<String, HostArray> found = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  Matching(Weights weights, Parameters<ParameterSpec> network, Optional<Shape> flattened) {
    this.weights = weights;
    this.network = network;
    this.flattened = flattened;
  }

  Transfer transfer(Parameters<HostArray> file) {
    file.byPath().forEach(this::checkFinite);
    if (weights.convention().isForeign()) {
      byOrder(file);
    } else {
      byName(file);
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "weights: %s must fit the network, but %s. To fix: describe the network as it was trained, or name the convention of the file."
              .formatted(weights.file(), String.join("; ", wrong)));
    }
    Map<String, HostArray> inOrder = new LinkedHashMap<>();
    network.paths().forEach(path -> inOrder.put(path, found.get(path)));
    return new Transfer(new Parameters<>(inOrder), lines);
  }

  private void byName(Parameters<HostArray> named) {
    Map<String, HostArray> byPath = new LinkedHashMap<>();
    named.byPath().forEach((name, array) -> byPath.put(Convention.path(name), array));
    Parameters<HostArray> file = new Parameters<>(byPath);
    for (Map.Entry<String, ParameterSpec> own : network.byPath().entrySet()) {
      file.find(own.getKey())
          .ifPresentOrElse(
              array -> take(own.getKey(), own.getKey(), array),
              () -> wrong.add("it has no \"%s\"".formatted(own.getKey())));
    }
    file.paths().stream()
        .filter(path -> network.find(path).isEmpty())
        .forEach(path -> wrong.add("\"%s\" has no place".formatted(path)));
  }

  private void byOrder(Parameters<HostArray> file) {
    Map<Module.Kind, List<Module<NamedArray>>> theirs = theirs(file);
    Map<Module.Kind, List<Module<ParameterSpec>>> ours =
        Module.of(network).stream()
            .collect(
                Collectors.groupingBy(
                    module -> Module.kind(module.arrays().map(ParameterSpec::shape))));
    for (Module.Kind kind : Module.Kind.values()) {
      List<Module<NamedArray>> there = theirs.getOrDefault(kind, List.of());
      List<Module<ParameterSpec>> here = ours.getOrDefault(kind, List.of());
      if (there.size() != here.size()) {
        wrong.add(
            "it has %s layers of the kind %s where the network has %s"
                .formatted(there.size(), kind.name().toLowerCase(Locale.ROOT), here.size()));
      }
    }
    if (wrong.isEmpty()) {
      pair(ours, theirs);
    }
  }

  private Map<Module.Kind, List<Module<NamedArray>>> theirs(Parameters<HostArray> file) {
    Map<String, NamedArray> sorted = new LinkedHashMap<>();
    file.paths().stream()
        .sorted(Module.NATURAL)
        .forEach(name -> sorted.put(name, new NamedArray(name, file.get(name))));
    List<Module<NamedArray>> modules = new ArrayList<>();
    for (Module<NamedArray> module : Module.of(new Parameters<>(sorted))) {
      modules.add(new Module<>(module.name(), translated(module)));
    }
    return modules.stream()
        .collect(
            Collectors.groupingBy(
                module -> Module.kind(module.arrays().map(there -> there.array().type().shape()))));
  }

  private Parameters<NamedArray> translated(Module<NamedArray> module) {
    Optional<Shape> weight =
        module.arrays().find("weight").map(there -> there.array().type().shape());
    Map<String, NamedArray> arrays = new LinkedHashMap<>();
    module
        .arrays()
        .byPath()
        .forEach(
            (word, there) ->
                weights
                    .convention()
                    .local(word, weight)
                    .ifPresentOrElse(
                        here -> arrays.put(here, there),
                        () ->
                            wrong.add(
                                "\"%s\" is no array that %s has"
                                    .formatted(there.name(), weights.convention()))));
    return new Parameters<>(arrays);
  }

  private void pair(
      Map<Module.Kind, List<Module<ParameterSpec>>> ours,
      Map<Module.Kind, List<Module<NamedArray>>> theirs) {
    ours.forEach(
        (kind, modules) -> {
          for (int i = 0; i < modules.size(); i++) {
            pair(modules.get(i), theirs.getOrDefault(kind, List.of()).get(i));
          }
        });
    if (wrong.isEmpty()) {
      foldBiases(ours, theirs);
    }
  }

  private void pair(Module<ParameterSpec> ours, Module<NamedArray> theirs) {
    for (String word : ours.arrays().paths()) {
      theirs
          .arrays()
          .find(word)
          .ifPresentOrElse(
              there -> take(ours.path(word), there.name(), there.array()),
              () ->
                  wrong.add(
                      "\"%s\" has no %s for \"%s\""
                          .formatted(theirs.name(), word, ours.path(word))));
    }
    theirs
        .arrays()
        .byPath()
        .forEach(
            (word, there) -> {
              if (ours.arrays().find(word).isEmpty() && !word.equals(BIAS)) {
                wrong.add("\"%s\" has no place in %s".formatted(there.name(), ours.name()));
              }
            });
  }

  private void take(String path, String name, HostArray array) {
    TensorType type = new TensorType(array.type().dtype(), network.get(path).shape());
    HostArray here = weights.convention().layout().here(array, imageBefore(array));
    if (!here.type().shape().equals(type.shape())) {
      wrong.add(
          "\"%s\" is %s where %s is %s".formatted(name, here.type().shape(), path, type.shape()));
      return;
    }
    found.put(path, here);
    lines.add("%s ← %s %s".formatted(path, name, array.type().shape()));
  }

  private void checkFinite(String name, HostArray array) {
    IntStream.range(0, array.type().shape().size())
        .filter(i -> !Double.isFinite(array.at(i)))
        .limit(1)
        .forEach(
            i ->
                wrong.add(
                    "\"%s\" has %s where numbers must be finite".formatted(name, array.at(i))));
  }

  /** The images that a matrix sees as rows: only the first one does. */
  private Optional<Shape> imageBefore(HostArray array) {
    if (array.type().shape().rank() != 2) {
      return Optional.empty();
    }
    Optional<Shape> image = flattened;
    flattened = Optional.empty();
    return image;
  }

  /** What a layer adds is taken from the mean of the normalization behind it. */
  private void foldBiases(
      Map<Module.Kind, List<Module<ParameterSpec>>> ours,
      Map<Module.Kind, List<Module<NamedArray>>> theirs) {
    List<Module<ParameterSpec>> all = Module.of(network);
    for (Module.Kind kind : List.of(Module.Kind.CONVOLUTION, Module.Kind.DENSE)) {
      List<Module<ParameterSpec>> modules = ours.getOrDefault(kind, List.of());
      for (int i = 0; i < modules.size(); i++) {
        Module<NamedArray> there = theirs.getOrDefault(kind, List.of()).get(i);
        Optional<NamedArray> bias = there.arrays().find(BIAS);
        if (bias.isPresent() && modules.get(i).arrays().find(BIAS).isEmpty()) {
          fold(bias.get(), next(all, modules.get(i)));
        }
      }
    }
  }

  private static Optional<Module<ParameterSpec>> next(
      List<Module<ParameterSpec>> all, Module<ParameterSpec> module) {
    int following = all.indexOf(module) + 1;
    return following < all.size() ? Optional.of(all.get(following)) : Optional.empty();
  }

  private void fold(NamedArray bias, Optional<Module<ParameterSpec>> following) {
    Optional<String> path = following.map(module -> module.path(MEAN)).filter(found::containsKey);
    if (path.isEmpty()) {
      wrong.add("\"%s\" has no place, and no mean behind it takes it up".formatted(bias.name()));
      return;
    }
    HostArray mean = Objects.requireNonNull(found.get(path.get()));
    double[] shifted = new double[mean.type().shape().size()];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = mean.at(i) - bias.array().at(i);
    }
    found.put(path.get(), HostArray.of(mean.type(), shifted));
    lines.add("%s − %s".formatted(path.get(), bias.name()));
  }
}

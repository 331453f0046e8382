package org.normscape.experiments.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.normscape.experiments.report.metrics.Series;
import org.normscape.experiments.run.record.NetworkFingerprint;
import org.normscape.ir.DType;
import org.normscape.replay.Bits;

/** Finds the first place where two runs differ by a bit, in the order in which they went. */
public final class BitComparison {

  private static final int SHOWN_DIGITS = 16;
  private static final String NOTHING = "nothing";

  private final List<String> networks = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  private BitComparison() {}

  /** What a number was measured of. */
  private record Key(String cell, long seed, String metric, Map<String, Double> at) {

    String what() {
      return at.isEmpty() ? metric : metric + " at " + new TreeMap<>(at);
    }
  }

  /** The first place where two runs differ; empty when every bit is equal. */
  public static Optional<Place> first(RecordedRun one, RecordedRun other) {
    BitComparison comparison = new BitComparison();
    comparison.fingerprints(one.fingerprints(), other.fingerprints());
    comparison.metrics(one.record().metrics().series(), other.record().metrics().series());
    // The sort is stable: what was found first at a step stays before the rest.
    return comparison.places.stream()
        .min(
            Comparator.<Place>comparingInt(
                    p -> comparison.networks.indexOf(network(p.cell(), p.seed())))
                .thenComparingInt(Place::step));
  }

  private static String network(String cell, long seed) {
    return seed + " " + cell;
  }

  private void fingerprints(List<NetworkFingerprint> one, List<NetworkFingerprint> other) {
    Map<String, NetworkFingerprint> others = new LinkedHashMap<>();
    other.forEach(print -> others.put(network(print.cell(), print.seed()) + print.step(), print));
    for (NetworkFingerprint print : one) {
      String network = network(print.cell(), print.seed());
      meet(network);
      NetworkFingerprint there = others.remove(network + print.step());
      compare(
          print,
          "the parameters",
          print.parameters(),
          there == null ? NOTHING : there.parameters());
      compare(
          print,
          "the state of the normalizations",
          print.state(),
          there == null ? NOTHING : there.state());
      compare(
          print,
          "the memory of the optimizer",
          print.memory(),
          there == null ? NOTHING : there.memory());
    }
    others.values().forEach(print -> compare(print, "the parameters", NOTHING, print.parameters()));
  }

  private void compare(NetworkFingerprint at, String what, String one, String other) {
    if (!one.equals(other)) {
      places.add(
          new Place(
              at.cell(), at.seed(), at.step(), what, hash(one), hash(other), OptionalLong.empty()));
    }
  }

  private static String hash(String hex) {
    return hex.equals(NOTHING) ? hex : "SHA-256 " + hex.substring(0, SHOWN_DIGITS) + "…";
  }

  private void metrics(List<Series> one, List<Series> other) {
    Map<Key, Series> others = new LinkedHashMap<>();
    other.forEach(series -> others.put(key(series), series));
    for (Series series : one) {
      meet(network(series.cell(), series.seed()));
      Series there = others.remove(key(series));
      compare(key(series), steps(series), there == null ? Map.of() : steps(there));
    }
    others.forEach((key, series) -> compare(key, Map.of(), steps(series)));
  }

  private static Key key(Series series) {
    return new Key(series.cell(), series.seed(), series.metric(), series.at());
  }

  private static Map<Integer, Double> steps(Series series) {
    TreeMap<Integer, Double> steps = new TreeMap<>();
    series.samples().forEach(sample -> steps.put(sample.step(), sample.value()));
    return steps;
  }

  private void compare(Key key, Map<Integer, Double> one, Map<Integer, Double> other) {
    TreeMap<Integer, Double> all = new TreeMap<>(one);
    all.putAll(other);
    for (int step : all.keySet()) {
      Double x = one.get(step);
      Double y = other.get(step);
      if (x == null || y == null || !Bits.equal(x, y)) {
        places.add(place(key, step, Optional.ofNullable(x), Optional.ofNullable(y)));
        return;
      }
    }
  }

  private static Place place(Key key, int step, Optional<Double> one, Optional<Double> other) {
    return new Place(
        key.cell(),
        key.seed(),
        step,
        key.what(),
        one.map(BitComparison::text).orElse(NOTHING),
        other.map(BitComparison::text).orElse(NOTHING),
        one.isPresent() && other.isPresent()
            ? OptionalLong.of(Bits.ulps(DType.FLOAT64, one.get(), other.get()))
            : OptionalLong.empty());
  }

  private static String text(double value) {
    return "%s (%s)".formatted(value, Double.toHexString(value));
  }

  private void meet(String network) {
    if (!networks.contains(network)) {
      networks.add(network);
    }
  }
}

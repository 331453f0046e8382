package org.normscape.probe;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.normscape.component.Components;
import org.normscape.objective.Need;

/**
 * A probe some of whose quantities start with a name of its own: two lines along the same direction
 * can then be told apart. Axes keep their names, so that figures can show both on one.
 *
 * @param name what the quantities start with
 * @param probe what measures
 * @param shared the names of the quantities that start with it
 */
record NamedProbe(String name, Probe probe, Set<String> shared) implements Probe {

  NamedProbe {
    shared = Set.copyOf(shared);
  }

  /**
   * Probes by the names they are configured under, as they are; but where two of one kind measure
   * the same quantity, it starts with the name of each.
   *
   * @throws org.normscape.component.InvalidComponent when two names are one once they are written
   *     as quantities are
   */
  static Map<String, Probe> apart(Map<String, Probe> probes) {
    Map<String, Probe> apart = new TreeMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    new TreeMap<>(probes)
        .forEach(
            (name, probe) -> {
              Set<String> shared = shared(probe, probes);
              if (!shared.isEmpty()) {
                requireNew(written, word(name), name);
              }
              apart.put(name, shared.isEmpty() ? probe : new NamedProbe(word(name), probe, shared));
            });
    return apart;
  }

  private static void requireNew(Map<String, String> written, String word, String name) {
    String other = written.putIfAbsent(word, name);
    Components.require(
        other == null,
        Probe.class,
        "name",
        "must be another word than \"%s\", for both measure the same and quantities start with it"
            .formatted(other),
        "\"" + name + "\"",
        "rename one of the probes");
  }

  /** What a probe measures that another of its kind measures too. */
  private static Set<String> shared(Probe probe, Map<String, Probe> probes) {
    Set<String> shared = new LinkedHashSet<>();
    probes.values().stream()
        .filter(other -> other != probe && other.getClass() == probe.getClass())
        .forEach(other -> shared.addAll(measured(other)));
    shared.retainAll(measured(probe));
    return shared;
  }

  private static Set<String> measured(Probe probe) {
    Set<String> names = new LinkedHashSet<>();
    probe.quantities().forEach(quantity -> names.add(quantity.name()));
    probe.quantities().forEach(quantity -> names.removeAll(quantity.axes()));
    return names;
  }

  private static String word(String name) {
    String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return word.matches("[a-z].*") ? word : "probe_" + word;
  }

  private Quantity named(Quantity quantity) {
    return shared.contains(quantity.name()) ? quantity.startingWith(name, shared) : quantity;
  }

  @Override
  public When when() {
    return probe.when();
  }

  @Override
  public List<Quantity> quantities() {
    return probe.quantities().stream().map(this::named).toList();
  }

  @Override
  public Set<Need> needs() {
    return probe.needs();
  }

  @Override
  public When remembers() {
    return probe.remembers();
  }

  @Override
  public boolean keepsRows() {
    return probe.keepsRows();
  }

  @Override
  public void check(Site site) {
    probe.check(site);
  }

  @Override
  public Instrument prepare(Site site) {
    return new Named(probe.prepare(site));
  }

  private final class Named implements ForwardingInstrument {

    private final Instrument instrument;

    Named(Instrument instrument) {
      this.instrument = instrument;
    }

    @Override
    public Instrument instrument() {
      return instrument;
    }

    @Override
    public Measurement measure(Situation situation) {
      List<Reading> readings =
          instrument.measure(situation).readings().stream()
              .map(
                  reading ->
                      new Reading(
                          named(reading.quantity()), reading.part(), reading.value(), reading.at()))
              .toList();
      return () -> readings;
    }
  }
}

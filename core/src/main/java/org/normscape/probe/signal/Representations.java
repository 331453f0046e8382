package org.normscape.probe.signal;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.component.Components;
import org.normscape.ir.Shape;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.linalg.Range;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.LayerPattern;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.When;
import org.normscape.probe.activation.ChosenActivations;
import org.normscape.probe.when.AtStart;

/**
 * How far apart the examples of one batch are in each activation, from their inner products: the
 * orthogonality gap and the numerical rank, which without normalization collapse with depth
 * (Daneshmand et al., NeurIPS 2020 and 2021). An activation of an example is one vector, all
 * positions and channels.
 *
 * <p>Costs: no pass of its own; a product of matrices for each layer.
 *
 * <p>Confounded by: the number of examples, which is the highest rank there can be; and the
 * tolerance, which decides what counts as rank.
 *
 * @param when at which steps
 * @param layers the activations that are looked at: a regular expression that their whole paths
 *     match
 * @param statistics which statistics normalizations use
 * @param tolerance how large a singular value must be to count for the rank, relative to the
 *     largest
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record Representations(
    When when, String layers, Statistics statistics, double tolerance, ProbedBatch batch)
    implements BatchProbe {

  public Representations {
    new LayerPattern(Representations.class, layers);
    Components.require(
        tolerance > 0 && tolerance < 1,
        Representations.class,
        "tolerance",
        "must be greater than 0 and less than 1",
        tolerance);
  }

  /** At initialization, every activation; singular values of a hundredth of the largest count. */
  public Representations() {
    this(new AtStart(), ".*", Statistics.BATCH_FROZEN_RUNNING, 1e-2, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return RepresentationQuantities.ALL;
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of(need());
  }

  private Need need() {
    return new Need(statistics, Penalty.INCLUDED, Set.of(Part.ACTIVATIONS));
  }

  @Override
  public void check(Site site) {
    types(site);
  }

  private Parameters<TensorType> types(Site site) {
    Parameters<TensorType> chosen =
        ChosenActivations.types(
            new LayerPattern(Representations.class, layers),
            site.objective(Penalty.INCLUDED),
            statistics);
    Parameters<TensorType> ofExamples =
        new LayerPattern(Representations.class, layers)
            .someOf(
                chosen.where((path, type) -> type.shape().rank() > 1), "an activation of examples");
    Components.require(
        ofExamples.values().stream().anyMatch(type -> type.shape().dim(0) > 1),
        Representations.class,
        "layers",
        "must be of a batch of at least 2 examples, which can be apart",
        "of 1",
        "take a larger batch, or leave the probe out of this cell");
    return ofExamples;
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(site);
  }

  private final class Reader implements Instrument {

    private final Parameters<TensorType> types;
    private final NamedExecutable program;

    Reader(Site site) {
      this.types = types(site);
      this.program =
          NamedProgram.trace(types, all -> all.map(Reader::inner))
              .compile(site.backend(), site.numerics());
    }

    /** The inner products of the examples, up to a factor. */
    private static Tensor inner(Tensor activation) {
      int examples = activation.shape().dim(0);
      Tensor rows =
          Range.WHOLE
              .scaled(List.of(activation))
              .elements()
              .get(0)
              .reshape(Shape.of(examples, activation.shape().size() / examples));
      return rows.matmul(rows, false, true);
    }

    @Override
    public MeasuredRepresentations measure(Situation situation) {
      Parameters<Array> activations =
          situation
              .found(need())
              .activations()
              .where((path, value) -> types.find(path).isPresent());
      try (Owner owner = new Owner()) {
        Map<String, InnerProducts> found = new LinkedHashMap<>();
        program
            .run(activations, owner)
            .byPath()
            .forEach((path, matrix) -> found.put(path, InnerProducts.of(matrix.toDoubles())));
        return new MeasuredRepresentations(new Parameters<>(found), tolerance);
      }
    }

    @Override
    public void close() {
      program.close();
    }
  }
}

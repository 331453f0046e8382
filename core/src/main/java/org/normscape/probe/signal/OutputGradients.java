package org.normscape.probe.signal;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.normscape.backend.Array;
import org.normscape.grad.Gradients;
import org.normscape.ir.Shape;
import org.normscape.nn.Statistics;
import org.normscape.objective.Evaluation;
import org.normscape.objective.Need;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.NamedExecutable;
import org.normscape.params.NamedProgram;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Agreement;
import org.normscape.probe.BatchProbe;
import org.normscape.probe.Instrument;
import org.normscape.probe.Probe;
import org.normscape.probe.ProbedBatch;
import org.normscape.probe.Quantity;
import org.normscape.probe.Site;
import org.normscape.probe.Situation;
import org.normscape.probe.Units;
import org.normscape.probe.When;
import org.normscape.probe.structure.Written;
import org.normscape.probe.when.AtStart;

/**
 * The gradient of the loss in what the network says of each example of one batch (Bjorck et al.,
 * NeurIPS 2018, Figure 6): at initialization, a network without normalization says the same of
 * every image, and one output is pushed down by all of them.
 *
 * <p>Costs: a forward pass.
 *
 * <p>Confounded by: the batch, of which it is: classes that are missing in it have no example to be
 * pulled up by; and the mean over the batch, which divides it by the number of examples.
 *
 * @param when at which steps
 * @param statistics which statistics normalizations use
 * @param batch on which batch
 */
@AutoService(Probe.class)
public record OutputGradients(When when, Statistics statistics, ProbedBatch batch)
    implements BatchProbe {

  private static final String FIGURE = "Bjorck et al. (NeurIPS 2018), Figure 6";
  private static final String GRADIENT = "gradient";

  static final Quantity EXAMPLE =
      Quantity.of(
          "example", "example", "b", Units.ONE, "The number of an example of the batch, from 0.");

  static final Quantity OUTPUT =
      Quantity.of(
          "output",
          "output",
          "j",
          Units.ONE,
          "The number of an output of the network, such as a class, from 0.");

  static final Quantity ENTRY =
      Quantity.of(
              "output_gradient",
              "gradient in an output",
              "∂L∕∂O_bj",
              "loss/output",
              "The gradient of the loss of the measured batch in an output of an example. Where the loss is the mean cross-entropy it is the softmax, less 1 at the label, divided by the number of examples.")
          .from(FIGURE)
          .along(EXAMPLE, OUTPUT)
          .agreeing(Agreement.UNJUDGED);

  static final Quantity AGREEMENT =
      Quantity.of(
              "output_gradient_agreement",
              "agreement of the examples' gradients",
              "Σ_j |Σ_b ∂L∕∂O_bj| ∕ Σ_bj |∂L∕∂O_bj|",
              Units.ONE,
              "How much is left of the gradients in the outputs when they are added up over the examples of the measured batch: 1 where every example pushes each output the same way, 0 where they cancel.")
          .from(FIGURE)
          .agreeing(Agreement.OF_A_COSINE);

  /** At initialization, as training sees it. */
  public OutputGradients() {
    this(new AtStart(), Statistics.BATCH_FROZEN_RUNNING, ProbedBatch.STEP);
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(EXAMPLE, OUTPUT, AGREEMENT, ENTRY);
  }

  @Override
  public Set<Need> needsOnBatch() {
    return Set.of();
  }

  @Override
  public Instrument prepareOnBatch(Site site) {
    return new Reader(site);
  }

  private final class Reader implements Instrument {

    private final NamedExecutable program;

    Reader(Site site) {
      Objective objective = site.objective(Penalty.EXCLUDED);
      this.program =
          NamedProgram.trace(
                  Written.arguments(objective, statistics),
                  arguments -> {
                    Evaluation found = Written.of(objective, arguments, statistics).evaluation();
                    return Parameters.of(
                        GRADIENT, Gradients.of(found.loss(), List.of(found.output())).get(0));
                  })
              .compile(site.backend(), site.numerics());
    }

    @Override
    public OutputGradientMap measure(Situation situation) {
      try (Owner owner = new Owner()) {
        Array found = program.run(situation.point().with(situation.batch()), owner).get(GRADIENT);
        Shape shape = found.type().shape();
        int examples = shape.rank() == 0 ? 1 : shape.dim(0);
        return OutputGradientMap.of(found.toDoubles(), examples);
      }
    }

    @Override
    public void close() {
      program.close();
    }
  }
}

package org.normscape.experiments.spec;

import java.util.Map;
import java.util.Optional;
import org.normscape.component.Components;
import org.normscape.experiments.weights.Weights;
import org.normscape.model.Model;
import org.normscape.model.Vgg;
import org.normscape.nn.loss.Loss;
import org.normscape.norm.None;
import org.normscape.norm.Normalization;
import org.normscape.norm.NormalizationScheme;
import org.normscape.norm.place.Placement;
import org.normscape.optim.Descent;
import org.normscape.probe.Probe;

/**
 * One of the networks that are compared, and everything that decides what becomes of it.
 *
 * @param name the name under which its numbers are recorded; a word that a folder can have
 * @param model the architecture
 * @param normalization what normalizes it
 * @param placement where the normalization acts
 * @param weights the weights that it starts from; random ones when it is not set
 * @param data what it is trained and tested on
 * @param loss what is minimized; without it, the loss that the data has for its targets
 * @param optimizer how it is moved: update rule, learning rate, schedule, weight decay
 * @param steps the number of training steps; with 0 the network is measured as it was initialized
 * @param probes what is measured on the way, by name
 * @param evaluation how often it is tested
 * @param earlyStopping when its training ends before the last step; without it, only where a loss
 *     is not finite
 */
public record CellSpec(
    String name,
    Model model,
    Normalization normalization,
    Placement placement,
    Optional<Weights> weights,
    DataSpec data,
    Optional<Loss> loss,
    Descent optimizer,
    int steps,
    Map<String, Probe> probes,
    EvaluationSpec evaluation,
    Optional<EarlyStopping> earlyStopping) {

  /** A small VGG without normalization, for a hundred steps. */
  public CellSpec() {
    this(
        "network",
        new Vgg(),
        new None(),
        new Placement(),
        Optional.empty(),
        new DataSpec(),
        Optional.empty(),
        new Descent(),
        100,
        Map.of(),
        new EvaluationSpec(),
        Optional.empty());
  }

  public CellSpec {
    probes = Map.copyOf(probes);
    Components.require(
        name.matches("[A-Za-z0-9][A-Za-z0-9._=+,@-]*") && !name.contains(".."),
        CellSpec.class,
        "name",
        "must be a word of letters, digits and . _ = + , @ - that starts with a letter or a digit",
        "\"" + name + "\"",
        "rename the cell");
    Components.notNegative(CellSpec.class, "steps", steps);
  }

  /** The rules by which its training ends before the last step. */
  public EarlyStopping stopping() {
    return earlyStopping.orElseGet(EarlyStopping::new);
  }

  /** The normalization and where it acts. */
  public NormalizationScheme scheme() {
    return new NormalizationScheme(normalization, placement);
  }
}

package org.normscape.probe.curvature;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.normscape.component.Components;
import org.normscape.nn.ParameterSpec;
import org.normscape.nn.Role;
import org.normscape.nn.Statistics;
import org.normscape.objective.Need;
import org.normscape.objective.Need.Part;
import org.normscape.objective.Objective;
import org.normscape.objective.Penalty;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;

/**
 * What is measured by a probe of curvature: which matrix, of which loss, in which parameters.
 *
 * @param matrix the Hessian, or a matrix that stands for it
 * @param parameters the roles of the parameters that it has rows for
 * @param layers the layers whose parameters it has rows for: a regular expression that the whole
 *     path of the layer or of the parameter matches, such as {@code block4\..*}
 * @param weightDecay whether the penalty of the weight decay belongs to the loss
 * @param statistics which statistics normalizations use: with those of the batch, the loss is the
 *     one that training descends
 * @param examples the examples of which the loss is the mean
 */
public record Curvature(
    CurvatureMatrix matrix,
    List<Role> parameters,
    String layers,
    Penalty weightDecay,
    Statistics statistics,
    Examples examples) {

  public Curvature {
    parameters = List.copyOf(parameters);
    Components.require(
        !parameters.isEmpty(), Curvature.class, "parameters", "must name a role", parameters);
    Components.require(
        isPattern(layers),
        Curvature.class,
        "layers",
        "must be a regular expression that is not empty",
        layers);
  }

  /**
   * The Hessian of the loss without the penalty in every parameter, as training sees it, on the
   * batch of the step.
   */
  public Curvature() {
    this(new Hessian());
  }

  /** As {@link #Curvature()}, with another matrix. */
  public Curvature(CurvatureMatrix matrix) {
    this(
        matrix,
        List.of(Role.WEIGHT, Role.BIAS, Role.SCALE, Role.SHIFT),
        ".*",
        Penalty.EXCLUDED,
        Statistics.BATCH_FROZEN_RUNNING,
        Examples.BATCH);
  }

  private static boolean isPattern(String text) {
    try {
      return !Pattern.compile(text).pattern().isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** The gradient of the same loss, on the batch of the step. */
  public Need gradient() {
    return new Need(statistics, weightDecay, Set.of(Part.GRADIENT));
  }

  /** Its loss at a site. */
  public Objective objective(Site site) {
    return site.objective(weightDecay);
  }

  /**
   * The paths of the parameters that it has rows for, in order.
   *
   * @throws IllegalArgumentException when there are none
   */
  public Set<String> paths(Objective objective) {
    Pattern pattern = Pattern.compile(layers);
    Parameters<ParameterSpec> ofRoles =
        objective.parameters().where((path, spec) -> parameters.contains(spec.role()));
    Components.require(
        ofRoles.size() > 0,
        Curvature.class,
        "parameters",
        "must name a role that the network has",
        parameters);
    Set<String> chosen = new LinkedHashSet<>(ofRoles.paths());
    chosen.removeIf(path -> !isIn(path, pattern));
    Components.require(
        !chosen.isEmpty(),
        Curvature.class,
        "layers",
        "must match the path of a layer or of one of the parameters "
            + String.join(", ", ofRoles.paths()),
        layers);
    return chosen;
  }

  private static boolean isIn(String path, Pattern layers) {
    String layer = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    return layers.matcher(path).matches() || layers.matcher(layer).matches();
  }
}

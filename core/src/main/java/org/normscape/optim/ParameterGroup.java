package org.normscape.optim;

import com.google.auto.service.AutoService;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.normscape.component.Components;
import org.normscape.ir.Tensor;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;

/**
 * An update rule in which some parameters have a learning rate of their own, as a parameter group
 * in PyTorch. With the factor 0 they stay where they start, and only the others are trained.
 *
 * <p>The rule is used twice, for the group and for the others: what it looks at together, such as
 * the norm of the whole gradient, is that of one of the two. The state is {@code group.<path>} and
 * {@code others.<path>}.
 *
 * @param parameters which parameters are in the group: a regular expression that their whole paths
 *     match, such as {@code dense1\..*} or {@code .*\.(scale|shift)}
 * @param factor what the learning rate is multiplied with for the group; at least 0
 * @param rule how parameters are moved
 */
@AutoService(Optimizer.class)
public record ParameterGroup(String parameters, double factor, Optimizer rule)
    implements Optimizer {

  private static final String GROUP = "group";
  private static final String OTHERS = "others";

  public ParameterGroup {
    Components.require(
        isPattern(parameters),
        ParameterGroup.class,
        "parameters",
        "must be a regular expression that is not empty",
        "\"" + parameters + "\"");
    Components.notNegative(ParameterGroup.class, "factor", factor);
  }

  /** Gradient descent that leaves biases where they start. */
  public ParameterGroup() {
    this(".*\\.bias", 0, new Sgd());
  }

  private static boolean isPattern(String text) {
    try {
      return !Pattern.compile(text).pattern().isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  @Override
  public Parameters<TensorType> state(Parameters<TensorType> all) {
    Components.require(
        group(all).size() > 0,
        ParameterGroup.class,
        "parameters",
        "must match the whole path of a parameter, one of " + String.join(", ", all.paths()),
        "\"" + parameters + "\"");
    return rule.state(group(all)).within(GROUP).and(rule.state(others(all)).within(OTHERS));
  }

  @Override
  public Update update(
      Parameters<Tensor> all,
      Parameters<Tensor> gradient,
      Parameters<Tensor> state,
      Tensor learningRate) {
    Update ofGroup =
        rule.update(group(all), group(gradient), state.under(GROUP), learningRate.times(factor));
    Update ofOthers =
        others(all).size() == 0
            ? new Update(Parameters.none(), Parameters.none())
            : rule.update(others(all), others(gradient), state.under(OTHERS), learningRate);
    return new Update(
        all.replacedBy(ofGroup.parameters()).replacedBy(ofOthers.parameters()),
        ofGroup.state().within(GROUP).and(ofOthers.state().within(OTHERS)));
  }

  private <T> Parameters<T> group(Parameters<T> all) {
    return all.where((path, value) -> isInGroup(path));
  }

  private <T> Parameters<T> others(Parameters<T> all) {
    return all.where((path, value) -> !isInGroup(path));
  }

  private boolean isInGroup(String path) {
    return Pattern.compile(parameters).matcher(path).matches();
  }
}

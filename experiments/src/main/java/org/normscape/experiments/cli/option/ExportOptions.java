package org.normscape.experiments.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.normscape.experiments.UserError;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.export.Export;
import org.normscape.experiments.export.mlflow.Mlflow;
import org.normscape.experiments.export.tensorboard.TensorBoard;
import picocli.CommandLine.Option;

/** The options that bring what a run measured to other programs. */
public final class ExportOptions {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Option(
      names = "--tensorboard",
      description = "Write event files for TensorBoard into the run's folder, too.")
  private boolean tensorboard;

  @Option(
      names = "--mlflow",
      paramLabel = "URL",
      description =
          "Bring the run to an MLflow tracking server, too, such as http://localhost:5000.")
  private Optional<String> mlflow = Optional.empty();

  /**
   * What is asked for; asks no server.
   *
   * @throws UserError when an address is none
   */
  public List<Export> exports(Surroundings surroundings) {
    List<Export> exports = new ArrayList<>();
    if (tensorboard) {
      exports.add(new TensorBoard());
    }
    mlflow.ifPresent(url -> exports.add(new Mlflow(address(url), surroundings.environment())));
    return exports;
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text.strip());
      if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static UserError wrong(String text) {
    return UserError.usage(
        "--mlflow: must be the address of a tracking server, but it is \"%s\". To fix: write it like http://localhost:5000."
            .formatted(text));
  }
}

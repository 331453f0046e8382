package org.normscape.places;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The Spark application: each of its tasks is a place. It ends with its last place, or as soon as
 * its standard input ends. What goes wrong is the last line of its standard output.
 */
public final class Places {

  private Places() {}

  /**
   * Lends places.
   *
   * @param arguments the file with the order
   */
  public static void main(String[] arguments) throws IOException {
    Order order = Order.read(Path.of(arguments[0]));
    Thread watch = new Thread(Places::endWithInput, "places-watch");
    watch.setDaemon(true);
    watch.start();
    SparkConf settings =
        new SparkConf()
            .setIfMissing("spark.ui.showConsoleProgress", "false")
            .setIfMissing("spark.excludeOnFailure.enabled", "true");
    try (JavaSparkContext spark = new JavaSparkContext(settings)) {
      Order known = order.at(spark.getConf().get("spark.driver.host"));
      spark
          .parallelize(IntStream.range(0, order.count()).boxed().toList(), order.count())
          .foreach(new Place(known));
    } catch (Exception e) {
      System.out.println(reason(e));
      throw e;
    }
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      // Then nobody waits for us either.
    }
    System.exit(0);
  }

  /** The sentence of the innermost cause; of what failed elsewhere Spark keeps only the text. */
  private static String reason(Throwable thrown) {
    Throwable root = innermost(thrown);
    List<String> lines =
        Objects.requireNonNullElse(root.getMessage(), root.toString()).lines().toList();
    return lines.stream()
        .filter(line -> line.contains(Place.FAULT))
        .map(line -> line.substring(line.indexOf(Place.FAULT)))
        .findFirst()
        .orElse(lines.isEmpty() ? root.toString() : known(lines.get(0)));
  }

  /** What Spark says of itself after its master has sent it away, or did not answer. */
  private static String known(String line) {
    return line.contains("stopped SparkContext")
        ? "the master does not answer, or no executor could start there"
        : line;
  }

  private static Throwable innermost(Throwable thrown) {
    return thrown.getCause() == null ? thrown : innermost(thrown.getCause());
  }
}

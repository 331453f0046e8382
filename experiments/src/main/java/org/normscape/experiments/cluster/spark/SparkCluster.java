package org.normscape.experiments.cluster.spark;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.normscape.experiments.cluster.Cluster;

/** A cluster of Apache Spark: each of its tasks is a place in which a worker process runs. */
public final class SparkCluster implements Cluster {

  private final Master master;
  private final List<String> settings;
  private final Installation spark;
  private final Kit kit;
  private @Nullable Luggage luggage;
  private @Nullable Path folder;

  /**
   * A cluster that was not asked for anything yet.
   *
   * @param settings Spark's own, each as {@code key=value}
   * @param kit what workers are started with
   */
  public SparkCluster(Master master, List<String> settings, Installation spark, Kit kit) {
    this.master = master;
    this.settings = List.copyOf(settings);
    this.spark = spark;
    this.kit = kit;
  }

  @Override
  public String name() {
    return "Spark at " + master.url();
  }

  @Override
  public InetAddress listensAt() throws IOException {
    return master.isLocal() ? InetAddress.getLoopbackAddress() : InetAddress.getByName("0.0.0.0");
  }

  @Override
  public Map<String, Path> files() throws IOException {
    return luggage().byHash();
  }

  private Path folder() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("normscape-cluster");
    }
    return folder;
  }

  private Luggage luggage() throws IOException {
    if (luggage == null) {
      luggage = Luggage.of(kit, folder());
    }
    return luggage;
  }

  /** The places take the folder with them; whoever is asked again packs anew. */
  @Override
  public Places open(Request request) throws IOException {
    Path own = folder();
    Path order = own.resolve("order.properties");
    try (Writer out = Files.newBufferedWriter(order)) {
      order(request).store(out, null);
    }
    Path words = own.resolve("words");
    Process process =
        new ProcessBuilder(spark.command(options(), List.of(order.toString())))
            .redirectError(ProcessBuilder.Redirect.appendTo(request.log().toFile()))
            .redirectOutput(words.toFile())
            .start();
    folder = null;
    luggage = null;
    return new SparkPlaces(name(), process, words, request.log(), own);
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("--master", master.url(), "--name", "normscape"));
    settings.forEach(setting -> options.addAll(List.of("--conf", setting)));
    return options;
  }

  /** What the program reads that lends places; only this user can read the file. */
  private Properties order(Request request) throws IOException {
    Properties order = new Properties();
    order.setProperty("count", String.valueOf(request.count()));
    order.setProperty("host", master.isLocal() ? "127.0.0.1" : "");
    order.setProperty("port", String.valueOf(request.port()));
    order.setProperty("token", request.token());
    kit.data().ifPresent(data -> order.setProperty("data", data.toAbsolutePath().toString()));
    put(order, "option", kit.options());
    put(
        order,
        "variable",
        kit.environment().entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .toList());
    put(order, "class-path", luggage().classPath().stream().map(Parcel::text).toList());
    put(order, "jar", luggage().jars().stream().map(Parcel::text).toList());
    put(order, "file", luggage().data().stream().map(Parcel::text).toList());
    return order;
  }

  private static void put(Properties order, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      order.setProperty(name + "." + i, values.get(i));
    }
  }
}

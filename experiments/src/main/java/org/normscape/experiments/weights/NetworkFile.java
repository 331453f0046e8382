package org.normscape.experiments.weights;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.normscape.backend.Array;
import org.normscape.backend.Backend;
import org.normscape.component.Components;
import org.normscape.component.ReadsFile;
import org.normscape.experiments.interchange.SafeTensors;
import org.normscape.ir.TensorType;
import org.normscape.objective.Penalty;
import org.normscape.objective.Point;
import org.normscape.params.Owner;
import org.normscape.params.Parameters;
import org.normscape.probe.Site;
import org.normscape.probe.When;
import org.normscape.probe.point.KnownPoint;
import org.normscape.probe.point.OtherPoint;
import org.normscape.replay.HostArray;

/**
 * A network of the same kind in a file that a run has written, such as the {@code
 * network.safetensors} of another seed.
 *
 * @param file the file, with arrays by the paths of the network: what it has learned and what its
 *     normalizations remember
 */
@AutoService(OtherPoint.class)
public record NetworkFile(String file) implements OtherPoint, ReadsFile {

  public NetworkFile {
    Components.require(
        file.endsWith(".safetensors"),
        NetworkFile.class,
        "file",
        "must be a file that ends in .safetensors",
        "\"" + file + "\"",
        "name the network.safetensors of a task, runs/<run>/tasks/<cell>/seed-<seed>/network.safetensors");
  }

  /** The file of that name where the command is given. */
  public NetworkFile() {
    this("network.safetensors");
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public String words() {
    return "the network in the file " + file;
  }

  @Override
  public void check(Site site, When when) {
    read(site.objective(Penalty.EXCLUDED).types());
  }

  @Override
  public KnownPoint prepare(Site site) {
    Owner owner = new Owner();
    Point<HostArray> read = read(site.objective(Penalty.EXCLUDED).types());
    return new Uploaded(
        owner.own(
            new Point<>(on(site.backend(), read.parameters()), on(site.backend(), read.state()))),
        owner);
  }

  private static Parameters<Array> on(Backend backend, Parameters<HostArray> arrays) {
    return arrays.map(array -> array.on(backend));
  }

  private Point<HostArray> read(Point<TensorType> types) {
    try {
      Parameters<HostArray> arrays = SafeTensors.read(Path.of(file));
      return new Point<>(taken(types.parameters(), arrays), taken(types.state(), arrays));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "NetworkFile: file must be one in the format safetensors, but %s cannot be read: %s. To fix: check the path, or write the file again."
              .formatted(file, e),
          e);
    }
  }

  private Parameters<HostArray> taken(Parameters<TensorType> types, Parameters<HostArray> arrays) {
    Map<String, HostArray> taken = new LinkedHashMap<>();
    types
        .byPath()
        .forEach(
            (path, type) -> {
              String there =
                  arrays.find(path).map(array -> array.type().shape().toString()).orElse("none");
              Components.require(
                  there.equals(type.shape().toString()),
                  NetworkFile.class,
                  "file",
                  "must hold %s of shape %s, as the network has it".formatted(path, type.shape()),
                  "%s in %s".formatted(there, file),
                  "name the file of a network of the same model and normalization");
              taken.put(path, arrays.get(path).as(type.dtype()));
            });
    return new Parameters<>(taken);
  }

  private record Uploaded(Point<Array> point, Owner owner) implements KnownPoint {

    @Override
    public void close() {
      owner.close();
    }
  }
}

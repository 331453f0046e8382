package org.normscape.experiments.interchange;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.normscape.ir.DType;
import org.normscape.ir.Shape;
import org.normscape.ir.TensorType;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/**
 * Named arrays in an HDF5 file: each dataset of numbers in it, by its path with dots for slashes.
 * Files that Keras writes get the words that Keras has for their arrays ({@link KerasNames}).
 */
final class HdfArrays {

  /** What Keras calls the HDF5 file in an archive {@code .keras}. */
  private static final String IN_AN_ARCHIVE = "model.weights.h5";

  private static final Set<Class<?>> WHOLE = Set.of(byte.class, short.class, int.class);

  private HdfArrays() {}

  /**
   * Those arrays in a file {@code .h5} that are wanted.
   *
   * @throws IOException when it is no HDF5 file, or a wanted array cannot be read
   */
  static Parameters<HostArray> read(Path file, Predicate<String> isWanted) throws IOException {
    try (HdfFile hdf = HdfFile.fromBytes(Files.readAllBytes(file))) {
      return read(hdf, isWanted);
    } catch (RuntimeException e) {
      throw broken(e);
    }
  }

  /**
   * Those arrays of the network in an archive {@code .keras} that are wanted.
   *
   * @throws IOException when it is no such archive, or a wanted array cannot be read
   */
  static Parameters<HostArray> readArchive(Path file, Predicate<String> isWanted)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(IN_AN_ARCHIVE);
      if (entry == null) {
        throw new IOException("it is a zip archive without %s".formatted(IN_AN_ARCHIVE));
      }
      try (InputStream in = zip.getInputStream(entry);
          HdfFile hdf = HdfFile.fromBytes(in.readAllBytes())) {
        return read(hdf, isWanted);
      }
    } catch (RuntimeException e) {
      throw broken(e);
    }
  }

  /** What the library meets in broken bytes it throws in many classes of its own and of Java. */
  private static IOException broken(RuntimeException e) {
    return new IOException("it is no whole HDF5 file (%s)".formatted(e.getMessage()), e);
  }

  private static Parameters<HostArray> read(HdfFile file, Predicate<String> isWanted)
      throws IOException {
    Map<String, Dataset> datasets = new LinkedHashMap<>();
    collect(file, datasets);
    Map<String, Integer> ranks = new LinkedHashMap<>();
    datasets.forEach((path, dataset) -> ranks.put(path, dataset.getDimensions().length));
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, String> name : KerasNames.of(ranks).entrySet()) {
      if (isWanted.test(name.getValue())) {
        arrays.put(
            name.getValue(),
            array(name.getValue(), Objects.requireNonNull(datasets.get(name.getKey()))));
      }
    }
    return new Parameters<>(arrays);
  }

  private static void collect(Group group, Map<String, Dataset> datasets) {
    for (Node node : group.getChildren().values()) {
      switch (node.getType()) {
        case GROUP -> collect((Group) node, datasets);
        case DATASET -> datasets.put(node.getPath().substring(1), (Dataset) node);
        default -> {}
      }
    }
  }

  private static HostArray array(String name, Dataset dataset) throws IOException {
    try {
      List<Integer> extents = new ArrayList<>();
      for (int extent : dataset.getDimensions()) {
        extents.add(extent);
      }
      TensorType type = new TensorType(dtype(dataset), new Shape(extents));
      return HostArray.of(type, values(dataset, type.shape().size()));
    } catch (RuntimeException e) {
      throw new IOException(
          "its array \"%s\" cannot be read (%s)".formatted(name, e.getMessage()), e);
    }
  }

  private static DType dtype(Dataset dataset) {
    Class<?> type = dataset.getJavaType();
    if (type == float.class) {
      return DType.FLOAT32;
    }
    return WHOLE.contains(type) ? DType.INT32 : DType.FLOAT64;
  }

  /** The elements in row-major order; fails where they are no numbers. */
  private static double[] values(Dataset dataset, int size) {
    Object flat = dataset.getDataFlat();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          flat.getClass().isArray() ? Array.getDouble(flat, i) : ((Number) flat).doubleValue();
    }
    return values;
  }
}

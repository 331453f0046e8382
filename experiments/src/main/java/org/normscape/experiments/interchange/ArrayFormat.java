package org.normscape.experiments.interchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.normscape.params.Parameters;
import org.normscape.replay.HostArray;

/** A format of files with named arrays, known by how their names end. */
public enum ArrayFormat {
  /** Hugging Face's safetensors. */
  SAFETENSORS {
    @Override
    List<String> endings() {
      return List.of(".safetensors");
    }

    @Override
    public Parameters<HostArray> read(Path file, Predicate<String> isWanted) throws IOException {
      return SafeTensors.read(file, isWanted);
    }
  },
  /** NumPy's archive of arrays. */
  NPZ {
    @Override
    List<String> endings() {
      return List.of(".npz");
    }

    @Override
    public Parameters<HostArray> read(Path file, Predicate<String> isWanted) throws IOException {
      Map<String, HostArray> arrays = new LinkedHashMap<>();
      Npz.read(file, name -> isWanted.test(dotted(name)))
          .forEach((name, array) -> arrays.put(dotted(name), array.onHost()));
      return new Parameters<>(arrays);
    }
  },
  /** HDF5, as Keras writes weights and, before its third version, whole models. */
  HDF5 {
    @Override
    List<String> endings() {
      return List.of(".h5", ".hdf5");
    }

    @Override
    public Parameters<HostArray> read(Path file, Predicate<String> isWanted) throws IOException {
      return HdfArrays.read(file, isWanted);
    }
  },
  /** The archive in which Keras 3 saves a model. */
  KERAS {
    @Override
    List<String> endings() {
      return List.of(".keras");
    }

    @Override
    public Parameters<HostArray> read(Path file, Predicate<String> isWanted) throws IOException {
      return HdfArrays.readArchive(file, isWanted);
    }
  };

  /** How names of such files end. */
  abstract List<String> endings();

  /**
   * Those arrays in a file that are wanted, by their names with dots for slashes.
   *
   * @param isWanted whether an array of this name is read
   * @throws IOException when the file is not of this format, or a wanted array cannot be read: the
   *     message says what is wrong with it
   */
  public abstract Parameters<HostArray> read(Path file, Predicate<String> isWanted)
      throws IOException;

  /** The format of a file with this name. */
  public static Optional<ArrayFormat> of(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.endings().stream().anyMatch(name::endsWith))
        .findFirst();
  }

  /** How names of files of any format end. */
  public static List<String> allEndings() {
    return Arrays.stream(values()).flatMap(format -> format.endings().stream()).toList();
  }

  private static String dotted(String name) {
    return name.replace('/', '.');
  }
}

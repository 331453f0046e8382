package org.normscape.experiments.data.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * An array of unsigned bytes in a MATLAB file of version 5, in which arrays are named and may be
 * packed by zlib. Its elements stand in column-major order: the first index is the fastest.
 */
public final class MatArray {

  private final Matrix matrix;
  private final List<Integer> extents;

  private MatArray(Matrix matrix, List<Integer> extents) {
    this.matrix = matrix;
    this.extents = extents;
  }

  /**
   * Reads some arrays of a file.
   *
   * @param content the bytes of the file
   * @param names what they are called, in the order of the result
   * @throws IOException when it is no such file, or an array is missing or of another type
   */
  public static List<MatArray> read(byte[] content, List<String> names) throws IOException {
    MatFile file = file(content);
    List<MatArray> arrays = new ArrayList<>();
    for (String name : names) {
      arrays.add(array(file, name));
    }
    return arrays;
  }

  private static MatFile file(byte[] content) throws IOException {
    try (Source source = Sources.wrap(content)) {
      return Mat5.newReader(source).readMat();
    } catch (IOException | RuntimeException broken) {
      throw new IOException("it cannot be read as one (%s)".formatted(reason(broken)), broken);
    }
  }

  /** What was wrong at first, before it was handed on. */
  private static String reason(Throwable broken) {
    Throwable first = broken;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String kind = first.getClass().getSimpleName().replaceAll("Exception$", "");
    return first.getMessage() == null ? kind : kind + ": " + first.getMessage();
  }

  private static MatArray array(MatFile file, String name) throws IOException {
    List<String> there =
        StreamSupport.stream(file.getEntries().spliterator(), false)
            .map(MatFile.Entry::getName)
            .toList();
    if (!there.contains(name)) {
      throw new IOException("it has no array \"%s\" among %s".formatted(name, there));
    }
    if (!(file.getArray(name) instanceof Matrix matrix) || matrix.getType() != MatlabType.UInt8) {
      throw new IOException(
          "its array \"%s\" has elements of type %s where unsigned bytes stand"
              .formatted(name, file.getArray(name).getType()));
    }
    return new MatArray(matrix, Arrays.stream(matrix.getDimensions()).boxed().toList());
  }

  /** How long it is along each axis. */
  public List<Integer> extents() {
    return extents;
  }

  /** The number of its elements. */
  public int size() {
    return matrix.getNumElements();
  }

  /** An element, in [0, 255], by its place in column-major order. */
  public int at(int place) {
    return Byte.toUnsignedInt(matrix.getByte(place));
  }
}

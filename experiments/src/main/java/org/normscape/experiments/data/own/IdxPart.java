package org.normscape.experiments.data.own;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.experiments.data.file.Idx;
import org.normscape.ir.Shape;

/**
 * A file of images in the format IDX, and one of their labels.
 *
 * @param place the folder
 * @param images the name of the file of images
 * @param labelled the name of the file of labels
 * @param side the height and the width of the images with zeros around them
 */
public record IdxPart(Path place, String images, String labelled, Optional<Integer> side) {

  private static final String PACKED = ".gz";
  private static final int GREY_AXES = 3;
  private static final int CHANNEL_AXES = 4;

  /** The labels, as bytes say them. */
  public int[] labels() {
    Idx file = idx(labelled);
    if (file.extents().size() != 1) {
      throw Place.fault(
          path(labelled),
          "must have the extents [n] of labels, but it has %s".formatted(file.extents()),
          "check the names of the files");
    }
    byte[] labels = file.elements();
    return IntStream.range(0, labels.length).map(i -> Byte.toUnsignedInt(labels[i])).toArray();
  }

  /**
   * The examples.
   *
   * @throws org.normscape.experiments.UserError when the files do not fit one another
   */
  public Part part(Classes classes) {
    int[] labels = classes.checked("\"%s\"".formatted(path(labelled)), labels());
    Images read = unpadded();
    if (read.size() != labels.length) {
      throw Place.fault(
          path(images),
          "must have an image for each label, but it has %s and there are %s labels"
              .formatted(read.size(), labels.length),
          "check the names of the files");
    }
    return new Part(
        new Examples(padded(read), ClassLabels.of(labelled, labels, classes.names())),
        Map.of(images, Sha256.of(unpacked(images)), labelled, Sha256.of(unpacked(labelled))));
  }

  private Images unpadded() {
    Idx file = idx(images);
    List<Integer> extents = file.extents();
    if (extents.size() != GREY_AXES && extents.size() != CHANNEL_AXES) {
      throw Place.fault(
          path(images),
          "must have the extents [n,height,width] or [n,height,width,channels], but it has %s"
              .formatted(extents),
          "check the names of the files");
    }
    int channels = extents.size() == GREY_AXES ? 1 : extents.get(GREY_AXES);
    return Images.of(file.elements(), Shape.of(extents.get(1), extents.get(2), channels));
  }

  private Images padded(Images read) {
    int largest = Math.max(read.shape().dim(0), read.shape().dim(1));
    if (side.orElse(largest) < largest) {
      throw Place.fault(
          path(images),
          "must have images no larger than %s, but they are %s"
              .formatted(side.orElse(largest), read.shape()),
          "set a larger data.source.side, or leave it out");
    }
    return side.map(read::padded).orElse(read);
  }

  private Idx idx(String name) {
    try {
      return Idx.read(unpacked(name));
    } catch (IOException e) {
      throw Place.unreadable(path(name), "in the format IDX", e);
    }
  }

  private Path path(String name) {
    Path plain = place.resolve(name);
    return Files.exists(plain) ? plain : place.resolve(name + PACKED);
  }

  private byte[] unpacked(String name) {
    Path file = path(name);
    byte[] content = Place.bytes(file, "a file in the format IDX, plain or packed by gzip");
    if (!file.toString().endsWith(PACKED)) {
      return content;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw Place.unreadable(file, "packed by gzip", e);
    }
  }
}

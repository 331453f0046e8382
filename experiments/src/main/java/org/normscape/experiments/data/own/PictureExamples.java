package org.normscape.experiments.data.own;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.UserError;
import org.normscape.experiments.data.example.ClassLabels;
import org.normscape.experiments.data.example.Examples;
import org.normscape.experiments.data.example.Images;
import org.normscape.ir.Shape;

/**
 * How pictures in files become images of one size.
 *
 * @param colour their channels
 * @param side the height and the width to which each is resized; as they are when it is not set
 * @param classes the classes that they are of
 */
public record PictureExamples(Colour colour, Optional<Integer> side, Classes classes) {

  /**
   * The examples that these pictures are.
   *
   * @param what which part they are of, for messages
   * @throws UserError when one is broken, or they are not all of one size
   */
  public Part of(String what, List<PictureFolder.Labelled> pictures) {
    List<Picture> read =
        pictures.parallelStream().map(picture -> prepared(picture.file())).toList();
    Shape shape = read.get(0).shape();
    byte[] pixels = new byte[Math.multiplyExact(read.size(), shape.size())];
    for (int i = 0; i < read.size(); i++) {
      checkAlike(pictures.get(0), shape, pictures.get(i), read.get(i).shape());
      read.get(i).copyTo(pixels, i * shape.size());
    }
    int[] labels = PictureFolder.labels(pictures, classes);
    return new Part(
        new Examples(Images.of(pixels, shape), ClassLabels.of(what, labels, classes.names())),
        Map.of(what, Sha256.of(ByteBuffer.wrap(pixels), bytes(labels))));
  }

  private static ByteBuffer bytes(int[] labels) {
    ByteBuffer bytes = ByteBuffer.allocate(labels.length * Integer.BYTES);
    IntStream.of(labels).forEach(bytes::putInt);
    return bytes.flip();
  }

  private Picture prepared(Path file) {
    Picture picture = colour.of(PictureFile.read(file));
    return side.map(length -> picture.resized(length, length)).orElse(picture);
  }

  private static void checkAlike(
      PictureFolder.Labelled first, Shape shape, PictureFolder.Labelled other, Shape given) {
    if (!given.equals(shape)) {
      throw Place.fault(
          other.file(),
          "must be %s [height,width,channels] as \"%s\" is, but it is %s"
              .formatted(shape, first.file(), given),
          given.dim(2) == shape.dim(2)
              ? "set data.source.side, to which pictures are resized"
              : "set data.source.colour to grey or rgb");
    }
  }
}

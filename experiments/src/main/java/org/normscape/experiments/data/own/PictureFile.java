package org.normscape.experiments.data.own;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.normscape.ir.Shape;

/** A picture in a file, in PNG or JPEG. */
final class PictureFile {

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");
  private static final String WHAT = "a whole picture in PNG or JPEG";

  /** What the decoder of JPEG says of a file that ends early; it goes on with grey. */
  private static final String CUT = "premature end";

  private static final int OPAQUE = 0xFF;
  private static final int BYTE = 8;
  private static final int COLOURS = 3;

  private PictureFile() {}

  /** Whether a file is called like one. */
  static boolean isNamedSo(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * The picture in a file, with one channel where it is grey and three where it is not.
   *
   * @throws org.normscape.experiments.UserError when it is broken, or lets something shine through
   */
  static Picture read(Path file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
      return picture(file, decoded(in));
    } catch (IOException e) {
      throw Place.unreadable(file, WHAT, e);
    }
  }

  private static BufferedImage decoded(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new IOException("its first bytes are of neither");
    }
    ImageReader reader = readers.next();
    List<String> warnings = new ArrayList<>();
    try {
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      reader.setInput(in, true, true);
      BufferedImage image = reader.read(0);
      for (String warning : warnings) {
        if (warning.toLowerCase(Locale.ROOT).contains(CUT)) {
          throw new IOException("it is cut off");
        }
      }
      return image;
    } catch (RuntimeException e) {
      throw new IOException("it cannot be decoded (%s)".formatted(e), e);
    } finally {
      reader.dispose();
    }
  }

  private static Picture picture(Path file, BufferedImage image) {
    boolean isGrey =
        image.getColorModel().getNumColorComponents() == 1
            && !(image.getColorModel() instanceof IndexColorModel);
    return isGrey ? grey(image) : colour(file, image);
  }

  /** The samples as they are: {@link BufferedImage#getRGB} would change the gamma of grey. */
  private static Picture grey(BufferedImage image) {
    int shift = Math.max(0, image.getColorModel().getComponentSize(0) - BYTE);
    byte[] pixels = new byte[image.getHeight() * image.getWidth()];
    for (int i = 0; i < pixels.length; i++) {
      int sample =
          image.getRaster().getSample(i % image.getWidth(), i / image.getWidth(), 0) >> shift;
      pixels[i] = (byte) sample;
    }
    return new Picture(Shape.of(image.getHeight(), image.getWidth(), 1), pixels);
  }

  private static Picture colour(Path file, BufferedImage image) {
    int width = image.getWidth();
    byte[] pixels = new byte[image.getHeight() * width * COLOURS];
    for (int i = 0; i < image.getHeight() * width; i++) {
      int argb = image.getRGB(i % width, i / width);
      if (argb >>> (COLOURS * BYTE) != OPAQUE) {
        throw Place.fault(
            file,
            "must be opaque, but pixel %s of row %s is not".formatted(i % width, i / width),
            "put the picture on a background");
      }
      for (int channel = 0; channel < COLOURS; channel++) {
        pixels[i * COLOURS + channel] = (byte) (argb >> ((2 - channel) * BYTE));
      }
    }
    return new Picture(Shape.of(image.getHeight(), width, COLOURS), pixels);
  }
}

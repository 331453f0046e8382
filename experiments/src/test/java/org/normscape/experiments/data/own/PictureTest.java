package org.normscape.experiments.data.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.normscape.experiments.UserError;
import org.normscape.ir.Shape;

/** Pictures: samples as the file has them, sizes and channels as they are asked for. */
final class PictureTest {

  @TempDir private Path folder;

  @Test
  void samplesAreThoseOfTheFile() throws IOException {
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage colour = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      grey.getRaster().setSample(i % 16, i / 16, 0, i);
      colour.setRGB(i % 16, i / 16, i << 16 | (255 - i) << 8 | i / 2);
    }
    Picture first = PictureFile.read(png("grey.png", grey));
    assertThat(first.shape()).isEqualTo(Shape.of(16, 16, 1));
    assertThat(pixels(first)).isEqualTo(IntStream.range(0, 256).toArray());
    Picture second = PictureFile.read(png("colour.PNG", colour));
    assertThat(second.shape()).isEqualTo(Shape.of(16, 16, 3));
    assertThat(pixels(second))
        .isEqualTo(IntStream.range(0, 256).flatMap(i -> IntStream.of(i, 255 - i, i / 2)).toArray());
  }

  @Test
  void channelsChange() {
    Picture colour = picture(1, 2, 3, 255, 0, 0, 10, 20, 30);
    assertThat(pixels(colour.grey())).containsExactly(76, 18);
    assertThat(pixels(picture(1, 2, 1, 7, 9).rgb())).containsExactly(7, 7, 7, 9, 9, 9);
    assertThat(colour.rgb()).isSameAs(colour);
  }

  /** Halving takes means of four, doubling repeats, and 3 → 2 takes thirds. */
  @Test
  void aPixelIsTheMeanOfTheAreaThatItCovers() {
    assertThat(pixels(picture(2, 4, 1, 0, 4, 10, 10, 8, 12, 10, 11).resized(1, 2)))
        .containsExactly(6, 10);
    assertThat(pixels(picture(1, 2, 1, 3, 5).resized(2, 4)))
        .containsExactly(3, 3, 5, 5, 3, 3, 5, 5);
    assertThat(pixels(picture(1, 3, 1, 30, 60, 90).resized(1, 2))).containsExactly(40, 80);
  }

  @Test
  void whatIsNoWholePictureIsNamed() throws IOException {
    BufferedImage noise = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, 64 * 64).forEach(i -> noise.setRGB(i % 64, i / 64, i * 7919));
    for (String format : new String[] {"png", "jpg"}) {
      Path file = folder.resolve("whole." + format);
      ImageIO.write(noise, format, file.toFile());
      assertThat(PictureFile.read(file).shape()).isEqualTo(Shape.of(64, 64, 3));
      byte[] whole = Files.readAllBytes(file);
      for (int part = 0; part < 8; part++) {
        Path cut = folder.resolve("cut." + format);
        Files.write(cut, Arrays.copyOf(whole, whole.length * part / 8));
        assertThatThrownBy(() -> PictureFile.read(cut))
            .as("%s eighths of %s", part, format)
            .isInstanceOf(UserError.class)
            .hasMessageContaining("must be a whole picture in PNG or JPEG, but");
      }
    }
    BufferedImage glass = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    assertThatThrownBy(() -> PictureFile.read(png("glass.png", glass)))
        .hasMessageContaining("must be opaque, but pixel 0 of row 0 is not");
  }

  private Path png(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static Picture picture(int height, int width, int channels, int... pixels) {
    byte[] bytes = new byte[pixels.length];
    IntStream.range(0, pixels.length).forEach(i -> bytes[i] = (byte) pixels[i]);
    return new Picture(Shape.of(height, width, channels), bytes);
  }

  private static int[] pixels(Picture picture) {
    byte[] pixels = new byte[picture.shape().size()];
    picture.copyTo(pixels, 0);
    return IntStream.range(0, pixels.length).map(i -> Byte.toUnsignedInt(pixels[i])).toArray();
  }
}

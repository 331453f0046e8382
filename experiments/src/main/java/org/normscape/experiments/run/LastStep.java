package org.normscape.experiments.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last step of which a file of metrics says anything, found at its end. */
final class LastStep {

  private static final int TAIL = 1 << 12;
  private static final Pattern STEP = Pattern.compile("\"step\":(\\d{1,9}),");

  private LastStep() {}

  /** The step; 0 where there is none. */
  static int of(Path metrics) throws IOException {
    if (!Files.exists(metrics)) {
      return 0;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(metrics)) {
      channel.position(Math.max(0, channel.size() - TAIL));
      ByteBuffer tail = ByteBuffer.allocate(TAIL);
      while (tail.hasRemaining() && channel.read(tail) >= 0) {
        // Until it is full, or the file ends.
      }
      Matcher matcher =
          STEP.matcher(new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8));
      int last = 0;
      while (matcher.find()) {
        last = Integer.parseInt(matcher.group(1));
      }
      return last;
    }
  }
}

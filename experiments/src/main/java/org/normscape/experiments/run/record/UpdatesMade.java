package org.normscape.experiments.run.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a task is, by the end of its file of metrics. */
public final class UpdatesMade {

  private static final int TAIL = 1 << 12;
  private static final Pattern STEP = Pattern.compile("\"step\":(\\d{1,9}),");

  private UpdatesMade() {}

  /** How many updates were made: what is said of a step is written once it is taken. */
  public static int updates(Path metrics) throws IOException {
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
        last = Integer.parseInt(matcher.group(1)) + 1;
      }
      return last;
    }
  }
}

package org.normscape.experiments.export.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An event file of TensorFlow: records, each with its length before it and the masked CRC-32C of
 * both, whose contents are messages {@code Event} in the encoding of protocol buffers (TensorFlow,
 * {@code lib/io/record_writer.h} and {@code util/event.proto}).
 */
final class EventFile {

  /** Which version of the format follows, as the first event says. */
  private static final String VERSION = "brain.Event:2";

  private static final int MASK = 0xa282ead8;
  private static final int ROTATION = 15;
  private static final double MILLISECONDS = 1000;

  /** The numbers of fields in {@code Event}, {@code Summary} and {@code Summary.Value}. */
  private static final int WALL_TIME = 1;

  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final double wallTime;

  /** A file that says which version it has, and when its events happened. */
  EventFile(Instant when) {
    this.wallTime = when.toEpochMilli() / MILLISECONDS;
    record(event().text(FILE_VERSION, VERSION));
  }

  /** Adds the scalars of a step, by their tags. */
  void add(int step, Map<String, Double> scalars) {
    Message summary = new Message();
    scalars.forEach(
        (tag, value) ->
            summary.message(
                VALUE, new Message().text(TAG, tag).float32(SIMPLE_VALUE, value.floatValue())));
    record(event().varint(STEP, step).message(SUMMARY, summary));
  }

  private Message event() {
    return new Message().float64(WALL_TIME, wallTime);
  }

  private void record(Message event) {
    byte[] content = event.bytes();
    byte[] length = littleEndian(Long.BYTES).putLong(content.length).array();
    file.writeBytes(length);
    file.writeBytes(checksum(length));
    file.writeBytes(content);
    file.writeBytes(checksum(content));
  }

  /** The CRC-32C, rotated and shifted, since a CRC of what holds CRCs is weak. */
  private static byte[] checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int masked = Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
    return littleEndian(Integer.BYTES).putInt(masked).array();
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All of it. */
  byte[] bytes() {
    return file.toByteArray();
  }

  /** A message in the encoding of protocol buffers (protobuf.dev, "Encoding"). */
  private static final class Message {

    private static final int TYPE_BITS = 3;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();

    Message varint(int field, long value) {
      key(field, VARINT);
      write(value);
      return this;
    }

    Message float64(int field, double value) {
      key(field, EIGHT_BYTES);
      fields.writeBytes(littleEndian(Double.BYTES).putDouble(value).array());
      return this;
    }

    Message float32(int field, float value) {
      key(field, FOUR_BYTES);
      fields.writeBytes(littleEndian(Float.BYTES).putFloat(value).array());
      return this;
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message inner) {
      return bytes(field, inner.bytes());
    }

    byte[] bytes() {
      return fields.toByteArray();
    }

    private Message bytes(int field, byte[] content) {
      key(field, LENGTH_FIRST);
      write(content.length);
      fields.writeBytes(content);
      return this;
    }

    private void key(int field, int type) {
      write(((long) field << TYPE_BITS) | type);
    }

    /** In groups of seven bits, the least significant first. */
    private void write(long value) {
      long rest = value;
      while ((rest & ~SEVEN_BITS) != 0) {
        fields.write((int) (rest & SEVEN_BITS) | MORE);
        rest >>>= 7;
      }
      fields.write((int) rest);
    }
  }
}

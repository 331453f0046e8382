package org.normscape.experiments.run;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.normscape.component.ReadsFile;
import org.normscape.experiments.Sha256;
import org.normscape.experiments.UserError;

/** The files that records read, however deep in a record they are named. */
final class FilesRead {

  private FilesRead() {}

  /**
   * The SHA-256 of each file that a record or what it is made of {@link ReadsFile reads}, by path.
   *
   * @throws UserError when one cannot be read
   */
  static SortedMap<String, String> of(Record record) {
    SortedMap<String, String> hashes = new TreeMap<>();
    within(record)
        .filter(ReadsFile.class::isInstance)
        .map(it -> ((ReadsFile) it).file())
        .forEach(file -> hashes.computeIfAbsent(file, FilesRead::sha256));
    return hashes;
  }

  /** A value and all that it is made of. */
  private static Stream<Object> within(@Nullable Object value) {
    return value == null
        ? Stream.of()
        : Stream.concat(Stream.of(value), parts(value).flatMap(FilesRead::within));
  }

  private static Stream<?> parts(Object value) {
    if (value instanceof Record record) {
      return Stream.of(record.getClass().getRecordComponents())
          .flatMap(component -> Stream.ofNullable(part(record, component)));
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream();
    }
    return value instanceof Collection<?> many
        ? many.stream()
        : Optional.of(value).filter(Optional.class::isInstance).stream()
            .flatMap(it -> ((Optional<?>) it).stream());
  }

  private static @Nullable Object part(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s cannot be read".formatted(component), e);
    }
  }

  private static String sha256(String file) {
    try {
      return Sha256.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw UserError.usage(
          "%s: must be a file that can be read, for its hash belongs to the results, but it cannot (%s). To fix: put it back, or name another."
              .formatted(file, e));
    }
  }
}

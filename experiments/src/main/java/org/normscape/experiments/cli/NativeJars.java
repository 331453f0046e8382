package org.normscape.experiments.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The jars with native libraries on the class path: those that have a platform in their name. */
final class NativeJars {

  private static final Pattern NAME =
      Pattern.compile("(.+-(?:linux|macosx|windows)-(?:x86_64|arm64|aarch64)[^/]*)[.]jar");

  private NativeJars() {}

  /** Their names, with versions and platforms, in alphabetical order. */
  static List<String> on(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> NAME.matcher(String.valueOf(Path.of(entry).getFileName())))
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .sorted()
        .toList();
  }
}

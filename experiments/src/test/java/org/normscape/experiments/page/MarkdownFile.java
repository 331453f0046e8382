package org.normscape.experiments.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of documentation, taken apart.
 *
 * @param path where it is
 * @param text its lines outside of blocks of code
 * @param code its blocks of code
 */
public record MarkdownFile(Path path, List<String> text, List<Code> code) {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

  /**
   * A block of code.
   *
   * @param language what stands behind the marks that open it
   * @param lines what is in it
   */
  public record Code(String language, List<String> lines) {}

  /** All pages of the repository, but for those of other projects inside of it. */
  public static List<MarkdownFile> all() {
    List<Path> pages = new ArrayList<>();
    for (String place : List.of("docs", "bench/README.md", "experiments/src/dist/README.md")) {
      pages.addAll(below(ROOT.resolve(place)));
    }
    for (String name : List.of("README", "ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")) {
      pages.add(ROOT.resolve(name + ".md"));
    }
    return pages.stream().map(MarkdownFile::read).toList();
  }

  private static List<Path> below(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("node_modules"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page in a file. */
  public static MarkdownFile read(Path path) {
    List<String> text = new ArrayList<>();
    List<Code> code = new ArrayList<>();
    boolean inside = false;
    for (String line : lines(path)) {
      if (line.strip().startsWith("```")) {
        if (!inside) {
          code.add(new Code(line.strip().substring(3), new ArrayList<>()));
        }
        inside = !inside;
      } else if (inside) {
        code.get(code.size() - 1).lines().add(line);
      } else {
        text.add(line);
      }
    }
    return new MarkdownFile(path, text, code);
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its links and pictures lead to, as they are written. */
  public List<String> links() {
    return found(LINK, text.stream().map(line -> SPAN.matcher(line).replaceAll("")));
  }

  /** What stands between single backticks. */
  public List<String> spans() {
    return found(SPAN, text.stream());
  }

  private static List<String> found(Pattern pattern, Stream<String> lines) {
    return lines
        .flatMap(line -> pattern.matcher(line).results())
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  /** The names of its headings in links, as GitHub makes them. */
  public List<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    return text.stream()
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceFirst("#+ ", "").strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .map(anchor -> numbered(anchor, seen.merge(anchor, 1, Integer::sum)))
        .toList();
  }

  private static String numbered(String anchor, int times) {
    return times == 1 ? anchor : anchor + "-" + (times - 1);
  }

  @Override
  public String toString() {
    return ROOT.relativize(path).toString();
  }
}

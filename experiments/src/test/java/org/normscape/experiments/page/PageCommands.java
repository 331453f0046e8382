package org.normscape.experiments.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page of the documentation tells to copy and paste.
 *
 * @param text the page
 */
public record PageCommands(String text) {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String PROGRAM = "normscape ";

  /** A page by the name of its file. */
  public static PageCommands of(String page) throws IOException {
    return new PageCommands(Files.readString(DOCS.resolve(page)));
  }

  /** The fenced blocks of a language, in their order. */
  public List<String> blocks(String language) {
    Matcher matcher =
        Pattern.compile("```%s\n(.*?)```".formatted(language), Pattern.DOTALL).matcher(text);
    return matcher.results().map(block -> block.group(1)).toList();
  }

  /**
   * The arguments of each command in blocks of the shell.
   *
   * @param folder where relative files and folders lie that are there
   */
  public List<List<String>> commands(Path folder) {
    return blocks("sh").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(PROGRAM))
        .map(line -> arguments(line.substring(PROGRAM.length()), folder))
        .toList();
  }

  private static List<String> arguments(String line, Path folder) {
    return Stream.of(line.strip().split(" +", -1))
        .map(word -> Files.exists(folder.resolve(word)) ? folder.resolve(word).toString() : word)
        .toList();
  }
}

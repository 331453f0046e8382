package org.normscape.experiments.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real browser without a window: Chromium, as Debian's package has it.
 *
 * @param program where it is
 */
record Browser(Path program) {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final String NOTHING_FROM_OUTSIDE =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">";
  private static final Pattern SEEN = Pattern.compile("<title>seen:(.*?)</title>", Pattern.DOTALL);
  private static final long PATIENCE = 180;

  /** The browser of this machine, if it has one. */
  static Optional<Browser> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /** What {@code probe.js} sees of a page in a window of this width. */
  JsonNode look(Path page, int width, String theme) throws IOException, InterruptedException {
    Path folder = page.resolveSibling("browser-" + width);
    Files.createDirectories(folder);
    Path probed = folder.resolve("page.html");
    Files.writeString(
        probed,
        Files.readString(page)
            .replaceFirst(
                "<head>",
                Matcher.quoteReplacement(
                    "<head>" + NOTHING_FROM_OUTSIDE + "<script>" + probe() + "</script>")));
    String dom = dom(folder, probed, width, theme);
    Matcher seen = SEEN.matcher(dom);
    if (!seen.find()) {
      throw new AssertionError("The page was not looked at: " + dom.substring(0, 400));
    }
    return new ObjectMapper()
        .readTree(seen.group(1).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"));
  }

  private String dom(Path folder, Path page, int width, String theme)
      throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + ",900",
                "--virtual-time-budget=20000",
                "--dump-dom",
                page.toUri() + "?theme=" + theme)
            .redirectOutput(dom.toFile())
            .redirectError(folder.resolve("log").toFile())
            .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The browser did not end within %s s".formatted(PATIENCE));
    }
    return Files.readString(dom);
  }

  private static String probe() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/report/probe.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

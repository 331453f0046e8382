package org.normscape.experiments.cli.surroundings;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.normscape.experiments.UserError;

/**
 * The browser of the user: the one that {@code BROWSER} names, else the desktop's. It is a program
 * of its own, since the launcher starts Java without a desktop.
 *
 * @param system the name of the operating system
 * @param environment the environment variables
 */
public record Browser(String system, Map<String, String> environment) {

  private static final long PATIENCE_SECONDS = 2;

  /**
   * Shows a page.
   *
   * @throws UserError when there is no desktop, or no browser can be started
   */
  public void show(URI page) {
    List<String> command = new ArrayList<>(command(page));
    command.add(page.toString());
    try {
      Process browser =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      if (browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && browser.exitValue() != 0) {
        throw unusable(command.get(0), "ended with %s".formatted(browser.exitValue()), page);
      }
    } catch (IOException e) {
      throw unusable(command.get(0), "cannot be started", page);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command(URI page) {
    String named = environment.getOrDefault("BROWSER", "");
    String name = system.toLowerCase(Locale.ROOT);
    if (!named.isEmpty()) {
      return List.of(named);
    }
    if (name.startsWith("mac")) {
      return List.of("open");
    }
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    if (environment.getOrDefault("DISPLAY", "").isEmpty()
        && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
      throw UserError.failure(
          "open: a desktop must be here, but neither DISPLAY nor WAYLAND_DISPLAY is set. To fix: open %s in a browser, or let BROWSER name one."
              .formatted(page));
    }
    return List.of("xdg-open");
  }

  private static UserError unusable(String program, String how, URI page) {
    return UserError.failure(
        "open: the browser must start, but \"%s\" %s. To fix: open %s yourself, or let the variable BROWSER name a program that shows pages."
            .formatted(program, how, page));
  }
}

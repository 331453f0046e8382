package org.normscape.experiments.cli.option;

import java.io.IOException;
import org.normscape.experiments.cli.surroundings.Surroundings;
import org.normscape.experiments.run.file.Json;
import picocli.CommandLine.Option;

/** The option of commands that print text as they go on, and with it one JSON document. */
public final class JsonOption {

  @Option(
      names = "--json",
      description =
          "Print one JSON document at the end, and all that is for people to standard error; \"normscape help json\" has its keys.")
  private boolean json;

  /** Makes a document, as records, maps, lists and texts. */
  @FunctionalInterface
  public interface Document {

    /** The document, made only where it is asked for. */
    Object tree() throws IOException;
  }

  /** Where a command says what is for people: on standard error where a document is asked for. */
  public Surroundings forPeople(Surroundings surroundings) {
    return json ? surroundings.writingTo(surroundings.err(), surroundings.err()) : surroundings;
  }

  /** Prints the document where it is asked for; otherwise it is not made. */
  public void print(Surroundings surroundings, Document document) throws IOException {
    if (json) {
      surroundings.out().print(Json.pretty(document.tree()));
      surroundings.out().flush();
    }
  }
}

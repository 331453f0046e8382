package org.normscape.experiments.cli;

import java.nio.file.Files;
import java.util.stream.Stream;

/** Tables of text that are no data. */
final class WrongTables {

  private WrongTables() {}

  static Stream<WrongData> tables() {
    return Stream.of(
        csv("", "train.csv\" must have a row for each example, but it has none"),
        csv("a,label\n", "must have a row for each example, but it has none"),
        csv("a,b\n1,2\n", "must have a column \"label\" with labels, but its columns are [a, b]"),
        csv("label\nx\n", "must have columns of numbers beside \"label\", but it has no other"),
        csv("a,label\n1,x\n2\n3,y\n", "must have 2 cells in each row, but line 3 has 1"),
        csv("a,label\n1,x\n2,y,3\n", "must have 2 cells in each row, but line 3 has 3"),
        csv("a,label\n1,x\none,y\n", "but line 3 has \"one\" in the column \"a\""),
        csv("a,label\n1,x\n,y\n", "but line 3 has \"\" in the column \"a\""),
        csv("a,label\nNaN,x\n", "must have finite numbers, such as 0.5, but line 2 has \"NaN\""),
        csv(
            "a,label\n1e999,x\n",
            "must have finite numbers, such as 0.5, but line 2 has \"1e999\""),
        csv("a,label\n1,x\n2,x\n", "there must be two classes at least, but there are 1: [x]"),
        csv("a,label\n1,\"x\n2,y\n", "line 2 must close each quote"),
        csv(
            "a;label\n1;x\n",
            "must have a column \"label\" with labels, but its columns are [a;label]"),
        WrongData.of(
            "a file that is not there",
            folder -> {},
            "none.csv\" must be a folder or a file, but it does not exist",
            "FOLDER/none.csv"),
        WrongData.of(
            "another table to test on",
            folder -> {
              Files.writeString(folder.resolve("train.csv"), "a,label\n1,x\n2,y\n");
              Files.writeString(folder.resolve("test.csv"), "label,a\nx,1\n");
            },
            "must have the columns of",
            "FOLDER"),
        WrongData.of(
            "no intensities",
            folder ->
                Files.writeString(
                    folder.resolve("train.csv"), "a,label\n1,x\n2.5,y\n3,x\n4,y\n5,x\n"),
            "must have intensities from 0 to 255 for images, but one of example 2 is 2.5",
            "FOLDER",
            "--set",
            "image=[1,1,1]"),
        WrongData.of(
            "images of another size",
            folder -> Files.writeString(folder.resolve("train.csv"), "a,label\n1,x\n2,y\n"),
            "must have 4 columns for images [2,2,1], but it has 1 beside the labels",
            "FOLDER",
            "--set",
            "image=[2,2,1]"));
  }

  private static WrongData csv(String text, String sentence) {
    return WrongData.of(
        "csv " + text.replace("\n", "|"),
        folder -> Files.writeString(folder.resolve("train.csv"), text),
        sentence,
        "csv-table",
        "--data",
        "FOLDER");
  }
}

package org.orbweaver.format.yaml;

import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The YAML parser's complaints in the words of our own messages. */
final class SyntaxWords {
  private SyntaxWords() {}

  static void report(
      MarkedYamlEngineException e, String file, int line, int column, Problems problems) {
    String said = e.getProblem() == null ? "" : e.getProblem();
    String wrong;
    String right;
    if (said.contains("TAB")) {
      wrong = "has a tab where only blanks may stand";
      right = "blanks for indentation";
    } else if (said.contains("mapping values are not allowed")) {
      wrong = "has a ': ' where no key can begin";
      right = "the value in quotes, or the key on a line of its own";
    } else if (said.contains("could not find expected ':'")) {
      wrong = "has a key without ':'";
      right = "key: value";
    } else if (said.contains("expected <block end>")) {
      wrong = "is indented unlike the lines above";
      right = "the same indentation for all keys of one mapping and all entries of one list";
    } else if (said.contains("unexpected end of stream") || said.contains("stream end")) {
      wrong = "ends inside a quoted text, a list or a mapping";
      right = "the closing quote or bracket";
    } else if (said.contains("expected ',' or")) {
      wrong = "has something between two entries other than a comma";
      right = "a comma, or the closing bracket";
    } else {
      wrong = "is not YAML here: " + Words.oneLine(said);
      right = "YAML 1.2";
    }
    problems.add(file, line, column, "yaml", wrong, right);
  }
}

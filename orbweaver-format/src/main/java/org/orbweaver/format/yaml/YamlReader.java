package org.orbweaver.format.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.YamlNode.Broken;
import org.orbweaver.format.yaml.YamlNode.Entry;
import org.orbweaver.format.yaml.YamlNode.Mapping;
import org.orbweaver.format.yaml.YamlNode.Scalar;
import org.orbweaver.format.yaml.YamlNode.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * One YAML document to a tree. Refused, each with its place: anchors, aliases, merge keys, tags,
 * keys that are not text, keys given twice, a second document, nesting deeper than {@value
 * #DEEPEST}.
 */
public final class YamlReader {
  private static final int DEEPEST = 50;

  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;
  private int depth;
  private int line = 1;
  private int column = 1;

  private YamlReader(String text, String file, Problems problems) {
    this.file = file;
    this.problems = problems;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setVersionFunction(YamlReader::anyVersion)
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** Reads a document; null where its syntax is broken or it is empty, which is then reported. */
  public static @Nullable YamlNode read(String text, String file, Problems problems) {
    YamlReader reader = new YamlReader(text, file, problems);
    try {
      return reader.document();
    } catch (TooDeep e) {
      problems.add(
          file,
          reader.line,
          reader.column,
          "yaml",
          "is nested more than " + DEEPEST + " deep",
          "lists and keys at the depth that the reference shows");
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      if (mark != null) {
        reader.line = mark.getLine() + 1;
        reader.column = mark.getColumn() + 1;
      }
      SyntaxWords.report(e, file, reader.line, reader.column, problems);
    } catch (RuntimeException e) {
      // Faults of the parser itself end here as well: a file must never stop the program.
      problems.add(
          file,
          reader.line,
          reader.column,
          "yaml",
          "cannot be read as YAML from here on",
          "YAML 1.2");
    }
    return null;
  }

  private @Nullable YamlNode document() {
    YamlNode root = null;
    while (events.hasNext()) {
      Event event = next();
      if (event instanceof DocumentStartEvent start) {
        if (root != null) {
          add(start, "yaml", "begins a second document", "one document in the file");
          return root;
        }
        if (start.getSpecVersion().isPresent()
            && !start.getSpecVersion().get().equals(new SpecVersion(1, 2))) {
          add(start, "%YAML", "declares another version of YAML", "%YAML 1.2, or no such line");
        }
        root = node(next());
      }
    }
    if (root == null) {
      problems.add(
          file, 1, 1, "file", "is empty", "a scenario that begins with format: orbweaver/1");
    }
    return root;
  }

  private YamlNode node(Event event) {
    int startLine = line;
    int startColumn = column;
    boolean refused = refuse(event);
    YamlNode node =
        switch (event) {
          case ScalarEvent scalar ->
              new Scalar(startLine, startColumn, scalar.getValue(), scalar.isPlain());
          case CollectionStartEvent start -> collection(start, startLine, startColumn);
          default -> new Broken(startLine, startColumn);
        };
    return refused ? new Broken(startLine, startColumn) : node;
  }

  private YamlNode collection(CollectionStartEvent start, int startLine, int startColumn) {
    if (++depth > DEEPEST) {
      throw new TooDeep();
    }
    YamlNode node =
        start.getEventId() == Event.ID.SequenceStart
            ? new Sequence(startLine, startColumn, items())
            : new Mapping(startLine, startColumn, entries());
    depth--;
    return node;
  }

  private List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event));
    }
    return items;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      int keyLine = line;
      int keyColumn = column;
      YamlNode key = node(event);
      YamlNode value = node(next());
      if (!(key instanceof Scalar scalar)) {
        if (!(key instanceof Broken)) {
          problems.add(file, keyLine, keyColumn, "yaml", "has " + key.what() + " as a key", "text");
        }
        continue;
      }
      String name = scalar.text();
      String shown = Words.oneLine(name);
      if (scalar.plain() && name.equals("<<")) {
        problems.add(
            file, keyLine, keyColumn, shown, "merges another mapping", "the keys written out");
        continue;
      }
      Integer first = lines.putIfAbsent(name, keyLine);
      if (first != null) {
        problems.add(
            file,
            keyLine,
            keyColumn,
            shown,
            "is given twice, first in line " + first,
            "one of them");
        continue;
      }
      entries.add(new Entry(keyLine, keyColumn, name, value));
    }
    return entries;
  }

  /** Reports anchors, aliases and tags; true where the value must not be used. */
  private boolean refuse(Event event) {
    if (event instanceof AliasEvent alias) {
      add(event, "*" + alias.getAlias(), "is an alias", "the value written out");
      return true;
    }
    if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
      add(event, "&" + named.getAnchor().get(), "is an anchor", "the value without it");
    }
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    if (tag.isPresent()) {
      add(event, Words.oneLine(tag.get()), "is a tag", "the value without it");
      return true;
    }
    return false;
  }

  private Event next() {
    Event event = events.next();
    Mark mark = event.getStartMark().orElse(null);
    if (mark != null) {
      line = mark.getLine() + 1;
      column = mark.getColumn() + 1;
    }
    return event;
  }

  private void add(Event event, String key, String whatIsWrong, String whatWouldBeRight) {
    Mark mark = event.getStartMark().orElse(null);
    int atLine = mark == null ? line : mark.getLine() + 1;
    int atColumn = mark == null ? column : mark.getColumn() + 1;
    problems.add(file, atLine, atColumn, key, whatIsWrong, whatWouldBeRight);
  }

  private static SpecVersion anyVersion(SpecVersion version) {
    return version;
  }

  /** Ends the reading of a document that would exhaust the stack. */
  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}

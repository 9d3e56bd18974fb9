package org.orbweaver.format.elements;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * OMM as XML (CCSDS 505.0-B-3): a single {@code omm}, or any number of them in an {@code ndm}.
 * Document type definitions are refused, so that no file can name another one, or grow.
 */
final class OmmXmlReader {
  private static final String MESSAGE = "omm";

  private final String text;
  private final String file;
  private final Problems skipped;
  private final Problems problems;
  private final OmmRecord record = new OmmRecord();
  private final Place[] places = new Place[OmmField.count()];
  private final List<MeanElements> elements = new ArrayList<>();

  private OmmXmlReader(String text, String file, Problems skipped, Problems problems) {
    this.text = text;
    this.file = file;
    this.skipped = skipped;
    this.problems = problems;
  }

  /**
   * The usable messages.
   *
   * @param skipped takes the messages that are left out
   * @param problems takes what makes the whole file unusable
   */
  static List<MeanElements> read(String text, String file, Problems skipped, Problems problems) {
    OmmXmlReader reader = new OmmXmlReader(text, file, skipped, problems);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      reader.document(xml);
      xml.close();
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      problems.add(
          file,
          at == null ? 1 : Math.max(1, at.getLineNumber()),
          at == null ? 1 : Math.max(1, at.getColumnNumber()),
          "xml",
          "cannot be read from here on: " + reason(e),
          "a whole XML document without a DTD");
    }
    return problems.isEmpty() ? reader.elements : List.of();
  }

  /** Nothing outside of the text is ever opened: neither a DTD nor an entity. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("names another file");
    });
    return factory;
  }

  private static String reason(XMLStreamException e) {
    String all = String.valueOf(e.getMessage());
    int message = all.indexOf("Message: ");
    return Words.firstSentence(message < 0 ? all : all.substring(message + 9));
  }

  private void document(XMLStreamReader xml) throws XMLStreamException {
    boolean rootSeen = false;
    while (xml.hasNext() && problems.isEmpty()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        int[] at = Text.place(text, Math.max(0, text.indexOf("<!DOCTYPE")));
        problems.add(
            file, at[0], at[1], "xml", "has a document type definition", "XML without one");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals(MESSAGE)) {
          message(xml);
        } else if (rootSeen) {
          skipped.add(begin(xml.getLocation(), name).problem("is no OMM", "an element omm"));
          pass(xml);
        } else if (!name.equals("ndm")) {
          problems.add(
              begin(xml.getLocation(), name)
                  .problem("is no OMM", "an element omm, or ndm of them"));
        }
        rootSeen = true;
      }
    }
  }

  private void message(XMLStreamReader xml) throws XMLStreamException {
    Location start = xml.getLocation();
    record.clear();
    Place fault = null;
    String wrong = "";
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      depth += event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      depth++;
      OmmField field = OmmField.of(xml.getLocalName());
      if (field == null) {
        continue;
      }
      Place at = place(xml.getLocation(), field.name());
      String unit = xml.getAttributeValue(null, "units");
      boolean twice = record.has(field);
      String value = value(xml);
      depth--;
      if (fault == null && (twice || value == null)) {
        fault = at;
        wrong = twice ? "is given twice" : "holds other elements";
      }
      places[field.ordinal()] = at;
      record.set(field, value);
      record.setUnit(field, unit);
    }
    if (fault != null) {
      skipped.add(fault.problem(wrong, "one value"));
      return;
    }
    MeanElements set =
        record.elements(f -> record.has(f) ? places[f.ordinal()] : begin(start, f.name()), skipped);
    if (set != null) {
      elements.add(set);
    }
  }

  /** The text of the element that has begun, up to its end; null where there are others in it. */
  private static @Nullable String value(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder value = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        pass(xml);
        pass(xml);
        return null;
      }
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        value.append(xml.getText());
      } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("names the entity " + xml.getLocalName(), xml.getLocation());
      }
    }
    return value.toString().strip();
  }

  /** Up to the end of the element that has begun. */
  private static void pass(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  /** Where the tag begins at whose end the parser stands. */
  private Place begin(Location end, String key) {
    int offset = Math.clamp(end.getCharacterOffset() - 1, 0, text.length() - 1);
    int bracket = Math.max(0, text.lastIndexOf('<', offset));
    int columns = text.codePointCount(bracket, offset + 1);
    int lineEnd = text.indexOf('\n', bracket);
    boolean sameLine = (lineEnd < 0 || lineEnd > offset) && columns < end.getColumnNumber();
    Place at = place(end, key);
    return sameLine ? new Place(file, at.line(), at.column() - columns, key) : at;
  }

  private Place place(Location at, String key) {
    return new Place(file, Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()), key);
  }
}

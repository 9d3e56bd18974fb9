package org.orbweaver.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that point somewhere point at something. */
class A04_DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w/.-])doc/[\\w./-]*\\.(?:md|svg|json|png)\\b");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");

  @Test
  void everyRelativeLinkLeadsToAFileAndHeading() {
    List<String> broken = new ArrayList<>();
    for (Path document : SourceTree.withExtension("md")) {
      Matcher link = LINK.matcher(FENCE.matcher(SourceTree.read(document)).replaceAll(""));
      while (link.find()) {
        String target = link.group(1);
        if (!target.matches("[a-z]+:.*") && !resolves(document, target)) {
          broken.add(SourceTree.name(document) + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean resolves(Path document, String target) {
    int hash = target.indexOf('#');
    String path = hash < 0 ? target : target.substring(0, hash);
    Path file = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return hash < 0
        || !file.toString().endsWith(".md")
        || anchors(file).contains(target.substring(hash + 1));
  }

  /** Anchors as GitHub makes them from headings. */
  private static Set<String> anchors(Path document) {
    Set<String> anchors = new HashSet<>();
    Matcher heading = HEADING.matcher(FENCE.matcher(SourceTree.read(document)).replaceAll(""));
    while (heading.find()) {
      anchors.add(
          heading
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-'));
    }
    return anchors;
  }

  @Test
  void everyMentionedDocumentExists() {
    List<String> missing = new ArrayList<>();
    for (Path file : SourceTree.texts()) {
      Matcher mention = MENTION.matcher(SourceTree.read(file));
      while (mention.find()) {
        if (!Files.exists(SourceTree.ROOT.resolve(mention.group()))) {
          missing.add(SourceTree.name(file) + ": " + mention.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void decisionsAreNumberedWithoutGaps() {
    List<String> names =
        SourceTree.withExtension("md").stream()
            .map(SourceTree::name)
            .filter(name -> name.matches("doc/decisions/\\d{4}-.*\\.md"))
            .map(name -> name.substring("doc/decisions/".length()))
            .toList();
    assertThat(names).isNotEmpty();
    for (int i = 0; i < names.size(); i++) {
      assertThat(names.get(i)).startsWith(String.format(Locale.ROOT, "%04d-", i + 1));
    }
  }

  @Test
  void everyDecisionSaysContextDecisionAndConsequences() {
    for (Path file : SourceTree.withExtension("md")) {
      if (SourceTree.name(file).matches("doc/decisions/\\d{4}-.*\\.md")) {
        assertThat(SourceTree.read(file))
            .as(SourceTree.name(file))
            .contains("## Context", "## Decision", "## Consequences");
      }
    }
  }

  @Test
  void theChangelogHasASectionForThisVersion() {
    assertThat(SourceTree.read(SourceTree.ROOT.resolve("CHANGELOG.md")))
        .containsPattern("(?m)^## \\[(Unreleased|\\d+\\.\\d+\\.\\d+)]");
  }

  @Test
  void theReadmeOpensWithItsTwoCommandsAndSaysItsScopeAndLimits() {
    assertThat(SourceTree.read(SourceTree.ROOT.resolve("README.md")))
        .containsSubsequence("./orbweaver up", "./orbweaver test", "## Scope", "## Limits");
  }
}

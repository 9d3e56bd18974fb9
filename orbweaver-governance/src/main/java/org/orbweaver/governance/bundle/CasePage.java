package org.orbweaver.governance.bundle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.CaseState;

/** The page of a case: one file without script that refers to nothing outside itself. */
final class CasePage {
  private final CaseHistory history;
  private final CaseFile file;
  private final TrustPolicy.Trusted trusted;
  private final Map<String, ImpactPreview> previews;
  private final String picture;
  private final Html page = new Html();

  CasePage(
      CaseHistory history,
      TrustPolicy.Trusted trusted,
      Map<String, ImpactPreview> previews,
      String picture) {
    this.history = history;
    this.file = history.file();
    this.trusted = trusted;
    this.previews = previews;
    this.picture = picture;
  }

  String html() {
    begin();
    asked();
    decided();
    impact();
    timeline();
    check();
    page.raw("</main>\n</body>\n</html>\n");
    return page.toString();
  }

  private void begin() {
    boolean no =
        file.state() == CaseState.REFUSED
            || file.state() == CaseState.EXPIRED
            || file.state() == CaseState.WITHDRAWN;
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .element("title", "Case " + file.id())
        .raw(
            "\n<style>\n" + CaseBundle.resource("page.css") + "</style>\n</head>\n<body>\n<main>\n")
        .element("h1", "Case " + file.id())
        .raw("\n<p><span class=\"state" + (no ? " no" : "") + "\">")
        .text(words(file.state().name()))
        .raw("</span></p>\n<p class=\"sub\">")
        .text(
            "As entry "
                + (trusted.checkpoint().size() - 1)
                + " left it in the ledger "
                + trusted.checkpoint().origin()
                + (trusted.witnessed()
                    ? ", witnessed by " + String.join(", ", trusted.cosignatures().keySet()) + "."
                    : "."))
        .raw("</p>\n");
    if (!trusted.witnessed()) {
      page.raw("<p class=\"warn\">")
          .text(
              "Unwitnessed: nobody but the ledger's keeper vouches that others are shown the same"
                  + " entries.")
          .raw("</p>\n");
    }
  }

  private void asked() {
    page.element("h2", "What was asked").raw("\n<table>\n");
    switch (file.opening()) {
      case CaseEntry.Received received -> {
        row("Came by", words(received.channel().name()));
        row("Asks", received.summary());
        row("Who asks", received.organisation() == null ? "a person" : received.organisation());
        row("Receipt", "SHA-256 " + received.receipt().hex());
      }
      case CaseEntry.BreakGlassCalled called -> {
        row("Break-glass", "called by " + called.header().by());
        row("Why", called.reason());
      }
      case CaseEntry.Proposed proposed -> {
        row("Proposed by", proposed.header().by());
        row("Why", proposed.reason());
        row("Changes", proposed.changes().size() + " of people or rules");
      }
    }
    page.raw("</table>\n");
  }

  private void decided() {
    Measure measure = file.measure();
    if (measure == null) {
      return;
    }
    page.element("h2", "What would be decided").raw("\n<table>\n");
    row("Effect", words(measure.effect().name()));
    row("Where", where(measure.where()));
    row(
        "Lines",
        measure.classes().stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")));
    row("From", time(measure.from()));
    Instant until = measure.until();
    row("Until", until == null ? "another decision" : time(until));
    row("Legal basis", measure.legalBasis());
    String urgency = measure.urgency();
    if (urgency != null) {
      row("Urgent because", urgency);
    }
    Instant begun = file.inForceFrom();
    Instant end = file.inForceUntil();
    if (begun != null) {
      row("In force", time(begun) + (end == null ? " on" : " to " + time(end)));
    }
    page.raw("</table>\n");
  }

  private static String where(Where where) {
    return switch (where) {
      case Where.Everywhere all -> "everywhere";
      case Where.Countries in -> "countries " + String.join(" ", in.countries());
      case Where.Area in -> "area " + in.area() + " (SHA-256 " + in.hash() + ")";
      case Where.Terminals some -> some.terminals().size() + " terminals by name";
    };
  }

  private void impact() {
    previews.forEach((hash, preview) -> {
      page.element("h2", "What it would do").raw("\n<p class=\"soft\">");
      page.text(
              "By planning "
                  + preview.basis().slots()
                  + " slots with and without the decision, from "
                  + Utc.format(preview.basis().fromNs())
                  + ". Counts below "
                  + preview.basis().threshold()
                  + " only say so; larger ones are rounded down to a multiple of it.")
          .raw("</p>\n<div class=\"scroll\"><table>\n<thead><tr>");
      for (String head :
          List.of("Class", "Lose", "Lose all", "Gain", "People who lose", "People who gain")) {
        page.element("th", head);
      }
      page.raw("</tr></thead>\n<tbody>\n");
      preview.classes().forEach(each -> impact(each.name(), each.impact()));
      impact("all", preview.total());
      page.raw("</tbody></table></div>\n<p class=\"hash\">").text("SHA-256 " + hash).raw("</p>\n");
    });
    if (!picture.isEmpty()) {
      page.raw("<div>\n" + picture + "</div>\n");
    }
  }

  private void impact(String name, ImpactPreview.Impact impact) {
    page.raw("<tr>").element("td", name);
    for (Object count :
        List.of(
            impact.losing(),
            impact.losingAll(),
            impact.gaining(),
            impact.peopleLosing(),
            impact.peopleGaining())) {
      page.element("td", count.toString());
    }
    page.raw("</tr>\n");
  }

  private void timeline() {
    page.element("h2", "What happened")
        .raw("\n<div class=\"scroll\"><table>\n<thead><tr><th>Entry</th><th>When</th>")
        .raw("<th>Who</th><th>What</th></tr></thead>\n<tbody>\n");
    for (CaseHistory.Told told : history.entries()) {
      if (told.ofCase()) {
        page.raw("<tr>")
            .raw("<td><a href=\"entries/" + told.index() + ".json\">" + told.index() + "</a></td>")
            .raw("<td class=\"when\">")
            .text(time(told.signed().entry().header().time()))
            .raw("</td>")
            .element("td", told.signed().entry().header().by())
            .raw("<td>")
            .text(CaseWords.of(told.signed().entry()))
            .raw("<div class=\"hash\">")
            .text(
                "signed by key "
                    + told.keys().stream().map(VerifierKey::idHex).collect(Collectors.joining(" "))
                    + ", leaf "
                    + told.signed().leaf())
            .raw("</div></td></tr>\n");
      }
    }
    page.raw("</tbody></table></div>\n");
  }

  private void check() {
    page.element("h2", "How to check this")
        .raw("\n<p>")
        .text(
            "Believe nothing on this page that you do not check. With openssl, jq and sha256sum"
                + " alone, and the log's key from somebody else than who gave you this folder:")
        .raw("</p>\n<pre>sh check.sh LOG.pem</pre>\n<p>")
        .text("With Orbweaver:")
        .raw("</p>\n<pre>orbweaver case check FOLDER --policy trust.policy</pre>\n<p>")
        .text("With Go and golang.org/x/mod/sumdb:")
        .raw("</p>\n<pre>")
        .text("go mod init check && go get golang.org/x/mod && go run check.go \"$(cat log.vkey)\"")
        .raw("</pre>\n<p>")
        .text(
            "This proves that the entries are in the ledger and who signed them, up to entry "
                + (trusted.checkpoint().size() - 1)
                + ". That every rule was kept, and what came after, only the whole ledger says:")
        .raw("</p>\n<pre>orbweaver ledger verify URL --policy trust.policy</pre>\n");
  }

  private void row(String header, String value) {
    page.raw("<tr>").element("th", header).element("td", value).raw("</tr>\n");
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
  }

  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

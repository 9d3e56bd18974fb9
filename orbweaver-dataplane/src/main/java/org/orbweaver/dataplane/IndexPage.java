package org.orbweaver.dataplane;

import java.io.IOException;

/** {@code /}: what there is. */
final class IndexPage implements PopService.Page {
  private final PathView paths;

  IndexPage(PathView paths) {
    this.paths = paths;
  }

  @Override
  public void answer(PopService.Call call) throws IOException {
    call.text(text(call));
  }

  private String whence(PopCaller caller) {
    return caller.isTerminal()
        ? "; you came through terminal " + paths.terminalName(caller.terminal())
        : "";
  }

  String text(PopService.Call call) {
    return """
    PoP %s of an Orbweaver network%s.

    /whoami          satellite, gateway, PoP, delay, rates, next handover
                     (JSON: -H 'Accept: application/json', or ?format=json)
    /speedtest       measures the link both ways, takes some five seconds (?seconds=1 to 10)
    PUT /speedtest   takes your bytes and says how fast they came: curl -T FILE
    /bytes/N         N bytes, such as 1500, 10k, 25M or 1G; ranges are answered
    /echo            sends your request back, with a body of up to 1 MB
    """
        .formatted(paths.popName(call.pop()), whence(call.caller()));
  }
}

package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Parameters;

/** An act upon a case that there is. */
abstract class CaseStepCommand extends CaseActCommand {
  @Parameters(index = "1", paramLabel = "CASE", description = "Id of the case: C-2026-0001.")
  String caseId = "";

  CaseStepCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  final Entry entry(Acting acting) {
    CaseFile file = acting.file(caseId);
    return entry(acting, acting.header(), file, file.on());
  }

  /** What is signed upon the case as it is. */
  abstract Entry entry(Acting acting, Header header, CaseFile file, Hash on);
}

package org.orbweaver.format;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may import whom: each package only what stands left of it; each library has one door. */
class A00_ImportTableTest {
  private static final String ROOT = "org.orbweaver.format";

  private static final List<String> ORDER =
      List.of(
          ROOT + ".problem",
          ROOT + ".input",
          ROOT + ".shape",
          ROOT + ".yaml",
          ROOT + ".csv",
          ROOT + ".elements",
          ROOT + ".area",
          ROOT,
          ROOT + ".foreign");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesImportOnlyWhatStandsLeftOfThem() {
    for (int i = 0; i < ORDER.size(); i++) {
      List<String> right = new ArrayList<>(ORDER.subList(i + 1, ORDER.size()));
      if (!right.isEmpty()) {
        noClasses()
            .that()
            .resideInAPackage(ORDER.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(right.toArray(String[]::new))
            .check(classes);
      }
    }
  }

  @Test
  void eachParserHasOneDoor() {
    onlyIn("org.snakeyaml..", ROOT + ".yaml");
    onlyIn("de.siegmar..", ROOT + ".csv");
    onlyIn("tools.jackson..", ROOT + ".elements", ROOT + ".area");
    onlyIn("com.uber..", ROOT + ".area");
  }

  @Test
  void nothingReadsTheClock() {
    noClasses().should().callMethod(System.class, "nanoTime").check(classes);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
    noClasses().should().callMethod(java.time.Instant.class, "now").check(classes);
  }

  private void onlyIn(String library, String... doors) {
    noClasses()
        .that()
        .resideOutsideOfPackages(doors)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(classes);
  }
}

package org.orbweaver.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.temporal.Temporal;
import org.junit.jupiter.api.Test;

/** One door per library, and what core may never touch. */
class A02_DoorsTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.orbweaver");

  private static void onlyIn(String door, String... library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(door)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(ALL);
  }

  @Test
  void orekitOnlyInOrbit() {
    onlyIn("org.orbweaver.core.orbit..", "org.orekit..", "org.hipparchus..");
  }

  @Test
  void fileLibrariesOnlyInFormat() {
    onlyIn(
        "org.orbweaver.format..",
        "org.snakeyaml..",
        "tools.jackson..",
        "com.fasterxml..",
        "de.siegmar..");
  }

  @Test
  void databasesOnlyInTheStore() {
    onlyIn(
        "org.orbweaver.app.store..",
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.flywaydb..",
        "org.sqlite..",
        "org.postgresql..");
  }

  @Test
  void webClientOnlyWhereElementSetsAreFetchedAndLedgersRead() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.orbweaver.app.fetch..", "org.orbweaver.app.ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(ALL);
  }

  @Test
  void webServerOfTheJdkOnlyForLedgersWitnessesAndMetrics() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.orbweaver.app.ledger..", "org.orbweaver.app.metrics..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.net.httpserver..")
        .check(ALL);
  }

  @Test
  void bouncyCastleOnlyVerifiesSignatures() {
    onlyIn("org.orbweaver.governance.signing..", "org.bouncycastle..");
  }

  @Test
  void picocliOnlyInApp() {
    onlyIn("org.orbweaver.app..", "picocli..");
  }

  @Test
  void coreTouchesNoFileSocketOrLog() {
    noClasses()
        .that()
        .resideInAPackage("org.orbweaver.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.util.logging..",
            "org.slf4j..")
        .check(ALL);
  }

  @Test
  void coreStartsNoThread() {
    noClasses()
        .that()
        .resideInAPackage("org.orbweaver.core..")
        .should()
        .callCodeUnitWhere(
            target(
                    owner(
                        assignableTo("java.lang.Thread")
                            .or(assignableTo("java.util.concurrent.Executor"))
                            .or(assignableTo("java.util.concurrent.CompletableFuture"))))
                // To wait beside others in the common pool, and to ask how large it is.
                .and(
                    DescribedPredicate.not(
                        target(nameMatching("onSpinWait|yield|getCommonPoolParallelism")))))
        .check(ALL);
  }

  @Test
  void onlyTheAppReadsTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.orbweaver.app..", "org.orbweaver.bench..")
        .should()
        .callMethodWhere(
            target(nameMatching("currentTimeMillis|nanoTime"))
                .and(target(owner(assignableTo(System.class))))
                .or(target(name("now")).and(target(owner(assignableTo(Temporal.class)))))
                .or(
                    target(nameMatching("system.*|tick.*"))
                        .and(target(owner(assignableTo(Clock.class))))))
        .check(ALL);
  }

  @Test
  void onlyTheAppPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.orbweaver.app..", "org.orbweaver.bench..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ALL);
  }
}

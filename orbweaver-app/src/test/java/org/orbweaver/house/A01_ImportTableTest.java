package org.orbweaver.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom. A change here is a change of architecture: say why in doc/decisions. */
class A01_ImportTableTest {
  /** Packages of core; each imports only what stands before it. The root package comes last. */
  private static final List<String> CORE =
      List.of(
          "time",
          "random",
          "orbit",
          "geometry",
          "radio",
          "link",
          "graph",
          "policy",
          "schedule",
          "traffic",
          "forwarding",
          "scenario");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.orbweaver");

  @TestFactory
  List<DynamicTest> eachPackageOfCoreImportsOnlyThoseLeftOfIt() {
    return CORE.stream()
        .map(name -> {
          String[] right =
              CORE.subList(CORE.indexOf(name) + 1, CORE.size()).stream()
                  .map(other -> "org.orbweaver.core." + other + "..")
                  .toArray(String[]::new);
          return DynamicTest.dynamicTest(
              name,
              () -> {
                noClasses()
                    .that()
                    .resideInAPackage("org.orbweaver.core." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.orbweaver.core")
                    .check(ALL);
                if (right.length > 0) {
                  noClasses()
                      .that()
                      .resideInAPackage("org.orbweaver.core." + name + "..")
                      .should()
                      .dependOnClassesThat()
                      .resideInAnyPackage(right)
                      .check(ALL);
                }
              });
        })
        .toList();
  }

  @Test
  void everyPackageOfCoreStandsInTheTable() {
    classes()
        .that()
        .resideInAPackage("org.orbweaver.core..")
        .should()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of("org.orbweaver.core"),
                    CORE.stream().map(name -> "org.orbweaver.core." + name))
                .toArray(String[]::new))
        .check(ALL);
  }

  @Test
  void noCyclesExceptThatTheDoorWiresTheCommandsThatUseItsWords() {
    slices()
        .matching("org.orbweaver.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(
            nameMatching("org\\.orbweaver\\.app\\.(Main|Faults)(\\$.*)?"),
            resideInAPackage("org.orbweaver.app.command.."))
        .check(ALL);
  }

  @Test
  void coreImportsNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage("org.orbweaver.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.orbweaver.simd..",
            "org.orbweaver.governance..",
            "org.orbweaver.format..",
            "org.orbweaver.dataplane..",
            "org.orbweaver.study..",
            "org.orbweaver.app..")
        .check(ALL);
  }

  @Test
  void kernelsOnVectorsImportOnlyCore_andNothingImportsThem() {
    classes()
        .that()
        .resideInAPackage("org.orbweaver.simd..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.orbweaver.simd..",
                "org.orbweaver.core..",
                "java..",
                "jdk.incubator.vector..",
                "com.sun.management..",
                "org.jspecify..",
                ""))
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.orbweaver.simd..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.orbweaver.simd..", "jdk.incubator.vector..")
        .check(ALL);
  }

  @Test
  void governanceImportsOnlyPolicyPlacesTimesAndTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.orbweaver.governance..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.orbweaver.governance..",
                "org.orbweaver.core.policy..",
                "org.orbweaver.core.geometry..",
                "org.orbweaver.core.time..",
                "org.bouncycastle.math.ec.rfc8032..",
                "java..",
                "org.jspecify..",
                ""))
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("org.orbweaver.governance..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "com.sun..")
        .check(ALL);
  }

  @Test
  void formatImportsOnlyCore() {
    noClasses()
        .that()
        .resideInAPackage("org.orbweaver.format..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.orbweaver.governance..",
            "org.orbweaver.dataplane..",
            "org.orbweaver.study..",
            "org.orbweaver.app..")
        .check(ALL);
  }

  @Test
  void aStudyFoldsThePlannerAndKnowsNothingOfPacketsCommandsOrClocks() {
    noClasses()
        .that()
        .resideInAPackage("org.orbweaver.study..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.orbweaver.dataplane..", "org.orbweaver.app..", "java.nio.file..")
        .check(ALL);
  }

  @Test
  void theDataPlaneCarriesOutAPlanAndKnowsNothingOfHowItIsMade() {
    classes()
        .that()
        .resideInAPackage("org.orbweaver.dataplane..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.orbweaver.dataplane..",
                "org.orbweaver.core.forwarding..",
                "org.orbweaver.core.policy..",
                "org.orbweaver.core.random..",
                "org.orbweaver.core.schedule..",
                "org.orbweaver.core.time..",
                "java..",
                "org.jspecify..",
                // Arrays of primitives have no package.
                ""))
        .check(ALL);
  }
}

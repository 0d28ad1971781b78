package dev.tck;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the rooms of the house against the arrows that the design allows. */
class ArchitectureTests {
  private static final String ROOT = "dev.tck.";

  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("values", Set.of()),
          Map.entry("wire", Set.of("values")),
          Map.entry("matrix", Set.of()),
          Map.entry("results", Set.of("values")),
          Map.entry("adapter", Set.of("values")),
          Map.entry("provision", Set.of("matrix")),
          Map.entry("proxy", Set.of("wire")),
          Map.entry("reference", Set.of("values", "wire")),
          Map.entry("embedded", Set.of("values", "wire")),
          Map.entry("targets", Set.of("embedded")),
          Map.entry(
              "scenarios",
              Set.of(
                  "values",
                  "adapter",
                  "matrix",
                  "provision",
                  "proxy",
                  "results",
                  "targets",
                  "reference")),
          Map.entry("fidelity", Set.of("wire", "results")),
          Map.entry("mutants", Set.of("reference", "proxy", "adapter", "values")),
          Map.entry("reporting", Set.of("matrix", "results")));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tck");

  @Test
  void roomsUseOnlyTheRoomsTheyMay() {
    Set<String> trespasses = new TreeSet<>();
    for (JavaClass origin : classes) {
      String room = room(origin);
      Set<String> allowed = ARROWS.get(room);
      if (allowed != null) {
        origin.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass())
            .filter(target -> target.getPackageName().startsWith(ROOT))
            .filter(target -> !room(target).equals(room) && !allowed.contains(room(target)))
            .forEach(
                target -> trespasses.add(room + " -> " + room(target) + ": " + origin.getName()));
      }
    }
    assertThat(trespasses).isEmpty();
  }

  @Test
  void everyPackageIsInARoomOfTheDesign() {
    Set<String> rooms = new TreeSet<>();
    classes.forEach(type -> rooms.add(room(type)));
    rooms.removeAll(ARROWS.keySet());
    rooms.remove("cli");
    assertThat(rooms).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.tck.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    Set<String> offenders = new TreeSet<>();
    for (JavaClass origin : classes) {
      if (!room(origin).equals("cli")) {
        origin.getFieldAccessesFromSelf().stream()
            .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
            .filter(access -> Set.of("out", "err").contains(access.getTarget().getName()))
            .forEach(
                access ->
                    offenders.add(
                        origin.getName() + " uses System." + access.getTarget().getName()));
        origin.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().isEquivalentTo(System.class))
            .filter(call -> call.getTarget().getName().equals("exit"))
            .forEach(call -> offenders.add(origin.getName() + " calls System.exit"));
      }
    }
    assertThat(offenders).isEmpty();
  }

  @Test
  void valuesWireAndMatrixDoNoInputOrOutput() {
    List<String> forbidden =
        List.of(
            "java.net.", "java.nio.channels.", "java.nio.file.Files", "java.io.File", "io.netty.");
    Set<String> offenders = new TreeSet<>();
    for (JavaClass origin : classes) {
      if (Set.of("values", "wire").contains(room(origin))) {
        origin.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getName())
            .filter(target -> forbidden.stream().anyMatch(target::startsWith))
            .forEach(target -> offenders.add(origin.getName() + " uses " + target));
      }
    }
    assertThat(offenders).isEmpty();
  }

  @Test
  void staticFieldsAreFinal() {
    Set<String> offenders = new TreeSet<>();
    for (JavaClass origin : classes) {
      for (JavaField field : origin.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && !field.getModifiers().contains(JavaModifier.FINAL)
            && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          offenders.add(field.getFullName());
        }
      }
    }
    assertThat(offenders).isEmpty();
  }

  private static String room(JavaClass type) {
    String rest =
        type.getPackageName().substring(Math.min(ROOT.length(), type.getPackageName().length()));
    return Arrays.stream(rest.split("\\.")).findFirst().orElse("");
  }
}

package org.plateau.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.cli.Main;
import org.plateau.core.wrong.CoreThatWritesJson;
import org.plateau.core.wrong.one.One;
import org.plateau.core.wrong.two.Two;
import org.plateau.search.wrong.SearchThatPredicts;
import org.plateau.training.wrong.TrainingManager;
import org.plateau.workflow.wrong.WorkflowThatTrains;

/** The module rules of the design over all classes of the product; every rule is also shown to notice when it is broken. */
final class ModuleRulesTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.plateau");

    private static final ArchRule NOBODY_LEAVES = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    private static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*[.$][A-Z]\\w*(Utils?|Manager|Helper|Impl|Data|Info)");

    private static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage(Module.named("cli").packages())
            .and()
            .resideOutsideOfPackage("org.plateau.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Module.named("cli").packages());

    static List<Module> modules() {
        return Module.all();
    }

    static List<Module> strangers() {
        return Module.strangers();
    }

    private static ArchRule dependencies(Module module) {
        return classes()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module.allowed());
    }

    private static ArchRule strangeness(Module module) {
        String[] others = Module.strangers().stream()
                .filter(other -> !other.equals(module))
                .map(Module::packages)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    /** A mapper that lists a module's sealed types must know them, and all that write JSON know the mapper. */
    private static ArchRule noCycles(Module module) {
        return slices().matching(module.packages().replace("..", ".(**)"))
                .should()
                .beFreeOfCycles()
                .ignoreDependency(simpleName("WorkflowJson"), alwaysTrue())
                .allowEmptyShould(true);
    }

    private static boolean noticed(ArchRule rule, Class<?>... wrong) {
        return rule.evaluate(new ClassFileImporter().importClasses(wrong)).hasViolation();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDependsOnlyOnWhatTheDesignAllows(Module module) {
        assertThat(PRODUCT.stream()
                        .filter(one -> one.getPackageName()
                                .startsWith(module.packages().replace("..", "")))
                        .count())
                .isGreaterThan(10);
        dependencies(module).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void searchPredictionTrainingOnnxCommonsDiffractionAndChartsNeverSeeEachOther(Module module) {
        strangeness(module).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packagesOfAModuleDependOnEachOtherInOneDirection(Module module) {
        noCycles(module).check(PRODUCT);
    }

    @Test
    void onlyTheBenchmarksKnowTheCommandLine() {
        NOBODY_KNOWS_THE_COMMAND_LINE.check(PRODUCT);
    }

    @Test
    void onlyMainEndsTheProgram() {
        NOBODY_LEAVES.check(PRODUCT);
        assertThat(PRODUCT.get(Main.class).getMethodCallsFromSelf())
                .anyMatch(call -> call.getTarget().getFullName().equals("java.lang.System.exit(int)"));
    }

    @Test
    void noNameIsEmpty() {
        NAMES_SAY_SOMETHING.check(PRODUCT);
    }

    @Test
    void allModulesAreLookedAt() {
        assertThat(PRODUCT.size()).isGreaterThan(400);
        assertThat(PRODUCT.stream()
                        .map(one -> one.getPackageName().replaceFirst("org\\.plateau\\.([a-z]+).*", "$1"))
                        .distinct())
                .containsAll(Module.all().stream().map(Module::name).toList());
        assertThat(PRODUCT.contain(SearchThatPredicts.class)).isFalse();
    }

    @Test
    void theRulesNoticeWhenTheyAreBroken() {
        assertThat(noticed(dependencies(Module.named("core")), CoreThatWritesJson.class))
                .isTrue();
        assertThat(noticed(dependencies(Module.named("workflow")), WorkflowThatTrains.class))
                .isTrue();
        assertThat(noticed(dependencies(Module.named("search")), SearchThatPredicts.class))
                .isTrue();
        assertThat(noticed(strangeness(Module.named("search")), SearchThatPredicts.class))
                .isTrue();
        assertThat(noticed(NOBODY_KNOWS_THE_COMMAND_LINE, TrainingManager.class))
                .isTrue();
        assertThat(noticed(NOBODY_LEAVES, TrainingManager.class)).isTrue();
        assertThat(noticed(NAMES_SAY_SOMETHING, TrainingManager.class)).isTrue();
        assertThat(noticed(noCycles(Module.named("core")), One.class, Two.class))
                .isTrue();
        assertThat(noticed(noCycles(Module.named("core")), CoreThatWritesJson.class))
                .isFalse();
    }
}

package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules 1, 2 and 3: who may know whom. */
class ModuleBoundariesTest {

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    /** Plumbing that the adapters share; it is no adapter itself. */
    private static final String SUPPORT = "support";

    private static final Set<String> STORES = Set.of("memory", "postgres", "redis");

    static ArchRule domainKnowsOnlyItself(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat(areIn(root + ".domain"));
    }

    static ArchRule applicationKnowsOnlyTheDomain(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".application..")
                .should()
                .onlyDependOnClassesThat(areIn(root + ".application", root + ".domain"));
    }

    static ArchRule noAdapterKnowsAnother(String root) {
        return slices().matching(root + ".adapters.(*)..")
                .that(DescribedPredicate.describe(
                        "are adapters", slice -> !slice.getNamePart(1).equals(SUPPORT)))
                .should()
                .notDependOnEachOther();
    }

    static ArchRule supportKnowsOnlyTheDomain(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".adapters." + SUPPORT + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another module than the domain",
                        type -> isIn(type, root)
                                && !isIn(type, root + ".domain")
                                && !isIn(type, root + ".adapters." + SUPPORT)));
    }

    static ArchRule onlyAdaptersAndBootstrapKnowSupport(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".bootstrap..", root + ".adapters..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".adapters." + SUPPORT + "..");
    }

    static ArchRule noStoreKnowsAnother(String root) {
        return slices().matching(root + ".adapters.store.(*)..")
                .that(DescribedPredicate.describe("are stores", slice -> STORES.contains(slice.getNamePart(1))))
                .should()
                .notDependOnEachOther();
    }

    /** In one of the modules, in java.base, or an annotation of JSpecify, which nothing needs at run time. */
    private static DescribedPredicate<JavaClass> areIn(String... modules) {
        return DescribedPredicate.describe("are in java.base or " + String.join(", ", modules), type -> {
            String name = type.getBaseComponentType().getPackageName();
            return type.getBaseComponentType().isPrimitive()
                    || JAVA_BASE.contains(name)
                    || name.equals("org.jspecify.annotations")
                    || Set.of(modules).stream().anyMatch(module -> isIn(type.getBaseComponentType(), module));
        });
    }

    private static boolean isIn(JavaClass type, String module) {
        return (type.getBaseComponentType().getPackageName() + ".").startsWith(module + ".");
    }

    @Test
    void the_domain_knows_only_itself_and_java_base() {
        assertKept(domainKnowsOnlyItself(ROOT));
    }

    @Test
    void a_domain_that_knows_sql_or_a_use_case_is_noticed() {
        assertBroken(
                domainKnowsOnlyItself(fixture("boundaries")),
                "boundaries",
                "KnowsSql",
                "KnowsAUseCase",
                "DomainKnowsSupport");
    }

    @Test
    void the_application_knows_only_the_domain_and_java_base() {
        assertKept(applicationKnowsOnlyTheDomain(ROOT));
    }

    @Test
    void an_application_that_knows_json_or_an_adapter_is_noticed() {
        assertBroken(
                applicationKnowsOnlyTheDomain(fixture("boundaries")),
                "boundaries",
                "KnowsJson",
                "KnowsAnAdapter",
                "ApplicationKnowsSupport");
    }

    @Test
    void no_adapter_knows_another() {
        assertKept(noAdapterKnowsAnother(ROOT));
    }

    @Test
    void an_adapter_that_knows_another_is_noticed() {
        assertBroken(
                noAdapterKnowsAnother(fixture("boundaries")),
                "boundaries",
                "KnowsTheStore",
                "KnowsARoute",
                "KnowsAProvider",
                "KnowsAnotherProvider");
    }

    @Test
    void support_knows_only_the_domain() {
        assertKept(supportKnowsOnlyTheDomain(ROOT));
    }

    @Test
    void support_that_knows_an_adapter_or_a_use_case_is_noticed() {
        assertBroken(
                supportKnowsOnlyTheDomain(fixture("boundaries")),
                "boundaries",
                "SupportKnowsARoute",
                "SupportKnowsAUseCase");
    }

    @Test
    void only_adapters_and_bootstrap_know_support() {
        assertKept(onlyAdaptersAndBootstrapKnowSupport(ROOT));
    }

    @Test
    void a_domain_or_an_application_that_knows_support_is_noticed() {
        assertBroken(
                onlyAdaptersAndBootstrapKnowSupport(fixture("boundaries")),
                "boundaries",
                "DomainKnowsSupport",
                "ApplicationKnowsSupport");
    }

    @Test
    void no_store_knows_another() {
        assertKept(noStoreKnowsAnother(ROOT));
    }

    @Test
    void a_store_that_knows_another_is_noticed() {
        assertBroken(noStoreKnowsAnother(fixture("boundaries")), "boundaries", "KnowsPostgres");
    }
}

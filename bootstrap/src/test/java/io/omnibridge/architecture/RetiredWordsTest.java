package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.fixture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names use the words of docs/glossary.md: packages, classes, fields and methods, of tests too. */
class RetiredWordsTest {

    private static final List<String> MODULES = List.of(
            "domain",
            "application",
            "adapters-support",
            "adapters-http",
            "adapters-store",
            "adapters-providers",
            "bootstrap");

    private static final JavaClasses ALL = ArchConfiguration.withThreadLocalScope(RetiredWordsTest::everything);

    static ArchRule noNameHasARetiredWord(String root) {
        return classes().that().resideInAPackage(root + "..").should(useTheWordsOfTheGlossary());
    }

    /** What the classes depend on has names of its own, and is not looked up: that would take most of the time. */
    private static JavaClasses everything(ArchConfiguration configuration) {
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/architecture/fixture/"))
                .importPaths(MODULES.stream()
                        .flatMap(module ->
                                Stream.of("classes", "test-classes").map(kind -> Path.of("..", module, "target", kind)))
                        .toList());
    }

    private static ArchCondition<JavaClass> useTheWordsOfTheGlossary() {
        return new ArchCondition<>("use the words of docs/glossary.md") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.of(RetiredWords.inPackage(type.getPackageName()), RetiredWords.inClass(type.getSimpleName()))
                        .flatMap(Optional::stream)
                        .forEach(word -> add(type, type.getName(), word, events));
                type.getMembers().stream()
                        .filter(member -> !member.getName().contains("$"))
                        .forEach(member ->
                                retiredWord(member).ifPresent(word -> add(type, member.getFullName(), word, events)));
            }

            private static Optional<String> retiredWord(JavaMember member) {
                return member instanceof JavaField
                        ? RetiredWords.inField(member.getName())
                        : RetiredWords.inMethod(member.getName());
            }

            private void add(JavaClass type, String name, String word, ConditionEvents events) {
                events.add(SimpleConditionEvent.violated(type, name + " has the retired word '" + word + "'"));
            }
        };
    }

    @Test
    void no_name_has_a_retired_word() {
        noNameHasARetiredWord(ROOT).check(ALL);
    }

    @Test
    void retired_words_are_found_in_every_kind_of_name() {
        assertBroken(
                noNameHasARetiredWord(fixture("words")),
                "words",
                "sweeping\\.Ordinary",
                "AccountSweep",
                "NamesFields",
                "NamesMethods",
                "HeldAccount");
    }

    @ParameterizedTest
    @CsvSource({
        "UserId, UserIdTest",
        "TokenStore, TokenStoreContract",
        "Loopback, LoopbackTest",
        "HttpApi, BodiesTest",
        "MemoryStore, MemoryStoreTest",
        "OAuthProviders, RefreshTest",
        "Main, NamesTest"
    })
    void every_module_is_seen_with_its_tests(String mainClass, String testClass) {
        Set<String> seen =
                Set.copyOf(ALL.stream().map(JavaClass::getSimpleName).distinct().toList());

        assertTrue(seen.contains(mainClass), mainClass);
        assertTrue(seen.contains(testClass), testClass);
    }

    @ParameterizedTest
    @CsvSource({
        "owedRevocations, owed",
        "SETTLE_OBLIGATION, settle",
        "givenBack, given back",
        "an_account_is_met_twice, met",
        "MOST_ATTEMPTS, most",
        "nobody_else_sees_it, nobody"
    })
    void a_retired_word_is_found_as_a_whole_word(String field, String word) {
        assertEquals(Optional.of(word), RetiredWords.inField(field));
    }

    @Test
    void some_words_are_retired_as_the_whole_name_of_a_method() {
        assertEquals(Optional.of("touch"), RetiredWords.inMethod("touch"));
        assertEquals(Optional.empty(), RetiredWords.inMethod("touched"));
        assertEquals(Optional.empty(), RetiredWords.inField("move"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"method", "asymmetric", "showed", "unsettling", "LayoutFingerprint", "mostRecent", "holder"})
    void other_words_are_accepted(String name) {
        assertEquals(Optional.empty(), RetiredWords.inField(name));
        assertEquals(Optional.empty(), RetiredWords.inMethod(name));
        assertEquals(Optional.empty(), RetiredWords.inClass(name));
    }
}

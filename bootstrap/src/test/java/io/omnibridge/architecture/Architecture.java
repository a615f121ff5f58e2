package io.omnibridge.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the rules of the architecture are checked on: the real code, and small fixtures that break them. Every rule is a
 * function of the package under which the modules lie, so that the very rule that guards the real code is proven to fail.
 */
final class Architecture {

    static final String ROOT = "io.omnibridge";

    /** All classes of all modules, whether they lie in directories or, after packaging, in jars; no tests. */
    static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages(ROOT);

    private static final Map<String, JavaClasses> FIXTURES = new ConcurrentHashMap<>();

    private Architecture() {}

    private static JavaClasses imported(String fixture) {
        return new ClassFileImporter().importPackages(fixture(fixture), ROOT + ".domain");
    }

    /** The package under which the fixture {@code name} imitates the modules. */
    static String fixture(String name) {
        return ROOT + ".architecture.fixture." + name;
    }

    static void assertKept(ArchRule rule) {
        rule.check(PRODUCTION);
    }

    /** Asserts that in the fixture {@code name} exactly the classes {@code offenders} break {@code rule}. */
    static void assertBroken(ArchRule rule, String name, String... offenders) {
        List<String> report = rule.evaluate(FIXTURES.computeIfAbsent(name, Architecture::imported))
                .getFailureReport()
                .getDetails();
        Set<String> found = new TreeSet<>();
        for (String line : report) {
            found.add(List.of(offenders).stream()
                    .filter(offender -> Pattern.compile("\\." + offender + "\\b")
                            .matcher(line)
                            .find())
                    .findFirst()
                    .orElse("none of these: " + line));
        }
        assertEquals(new TreeSet<>(List.of(offenders)), found);
    }
}

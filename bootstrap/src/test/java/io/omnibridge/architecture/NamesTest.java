package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Rule 8, the names: one that says nothing hides a class that does too much. */
class NamesTest {

    static ArchRule nothingHasAnEmptyName(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Util|Helper)");
    }

    @Test
    void nothing_has_an_empty_name() {
        assertKept(nothingHasAnEmptyName(ROOT));
    }

    @Test
    void an_empty_name_is_noticed() {
        assertBroken(
                nothingHasAnEmptyName(fixture("names")),
                "names",
                "StoreImpl",
                "StoreManager",
                "StoreUtil",
                "StoreHelper",
                "Store\\$Helper");
    }
}

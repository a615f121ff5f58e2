package io.omnibridge.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Rule 9: no package depends on itself by way of others, a parent and its child included. */
class CyclesTest {

    static ArchRule noPackageCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    @Test
    void no_packages_form_a_cycle() {
        assertKept(noPackageCycles(ROOT));
    }

    @Test
    void packages_that_form_a_cycle_are_noticed() {
        assertBroken(noPackageCycles(fixture("cycles")), "cycles", "Child");
    }
}

package io.omnibridge.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.lang.ArchRule;
import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.port.ProviderApis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only the package of the door borrows credentials or calls a provider's API, also by a method reference or in a lambda. */
@Tag("U4")
class DoorTest {

    /** The methods that send something to a provider. */
    private static final String CALLS = "call|check|identify";

    static ArchRule onlyTheDoorBorrowsAndCalls(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".application.use..")
                .should()
                .accessTargetWhere(target(nameMatching(CALLS))
                        .and(target(owner(assignableTo(ProviderApis.class))))
                        .or(target(name("borrow")).and(target(owner(assignableTo(BorrowCredentials.class))))));
    }

    @Test
    void only_the_door_borrows_credentials_and_calls_apis() {
        assertKept(onlyTheDoorBorrowsAndCalls(ROOT));
    }

    @Test
    void another_way_to_a_providers_api_is_noticed() {
        assertBroken(onlyTheDoorBorrowsAndCalls(fixture("door")), "door", "CallsAnApi", "RefersToBorrow");
    }
}

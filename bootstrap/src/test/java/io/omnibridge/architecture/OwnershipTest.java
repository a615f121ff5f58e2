package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.domain.identity.UserId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule 7: nothing that serves a request can read or write an account without naming its owner. */
@Tag("Z3")
class OwnershipTest {

    /** The ports that serve requests. */
    private static final Set<String> SERVING =
            Set.of("TokenStore", "ConnectAttempts", "PendingRevocations", "UseLog", "Leases");

    /** A callback has no JWT: the state parameter is all that identifies its attempt. */
    private static final Set<String> EXCEPTIONS = Set.of("ConnectAttempts.findByState");

    /** Use cases that scan the accounts of all users. */
    private static final Set<String> SCANNING =
            Set.of("RevokeDueGrants", "RevokeProvider", "EraseUser", "RefreshIdleGrants");

    static ArchRule everyMethodNamesTheOwner(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".application.port")
                .and(DescribedPredicate.describe("serve requests", type -> SERVING.contains(type.getSimpleName())))
                .should(nameTheOwnerInEveryMethod());
    }

    /** Neither the scan nor a use case that scans. */
    static ArchRule httpReachesNoAccountScan(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".adapters.http..")
                .should()
                .transitivelyDependOnClassesThat(DescribedPredicate.describe(
                        "scan",
                        type -> type.getSimpleName().equals("AccountScan") || SCANNING.contains(type.getSimpleName())));
    }

    private static ArchCondition<JavaClass> nameTheOwnerInEveryMethod() {
        return new ArchCondition<>("name the owner in every method") {
            @Override
            public void check(JavaClass store, ConditionEvents events) {
                store.getAllMethods().stream()
                        .filter(method -> !method.getOwner().isEquivalentTo(Object.class))
                        .filter(method -> !EXCEPTIONS.contains(store.getSimpleName() + "." + method.getName()))
                        .forEach(method -> events.add(new SimpleConditionEvent(
                                method, namesTheOwner(method), method.getFullName() + " names no owner")));
            }
        };
    }

    private static boolean namesTheOwner(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(OwnershipTest::holdsAUser);
    }

    /** A user id, or a record that contains one, also indirectly. An Optional, which only may contain one, does not count. */
    private static boolean holdsAUser(JavaClass type) {
        return type.isEquivalentTo(UserId.class)
                || (type.isRecord() && components(type).anyMatch(OwnershipTest::holdsAUser));
    }

    private static Stream<JavaClass> components(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getRawType);
    }

    @Test
    void every_method_of_the_ports_that_serve_requests_names_the_owner() {
        assertKept(everyMethodNamesTheOwner(ROOT));
    }

    @Test
    void the_ports_and_use_cases_that_the_rules_name_are_there() {
        Set<String> named = new TreeSet<>(SERVING);
        named.addAll(SCANNING);
        Set<String> found = Architecture.PRODUCTION.stream()
                .map(JavaClass::getSimpleName)
                .filter(named::contains)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(named, found);
        assertTrue(Architecture.PRODUCTION.get(ConnectAttempts.class).getMethods().stream()
                .anyMatch(method -> EXCEPTIONS.contains("ConnectAttempts." + method.getName())));
    }

    @Test
    void a_method_that_names_no_owner_is_noticed() {
        assertBroken(
                everyMethodNamesTheOwner(fixture("ownership")),
                "ownership",
                "countAll",
                "findAtProvider",
                "findOfOptionalOwner",
                "inherited",
                "findByState",
                "forget",
                "completeAll");
    }

    @Test
    void http_reaches_no_account_scan() {
        assertKept(httpReachesNoAccountScan(ROOT));
    }

    @Test
    void reaching_an_account_scan_through_a_use_case_is_noticed() {
        assertBroken(
                httpReachesNoAccountScan(fixture("ownership")),
                "ownership",
                "ScansDirectly",
                "ScansByAUseCase",
                "RevokesForAllUsers");
    }
}

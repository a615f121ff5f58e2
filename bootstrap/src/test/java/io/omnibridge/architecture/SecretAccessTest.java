package io.omnibridge.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.omnibridge.domain.credentials.Secret;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule 5: only the sealer, the provider adapters and Wiring read a secret, also by a method reference or in a lambda. */
@Tag("S1")
class SecretAccessTest {

    static ArchRule onlyFewReveal(String root) {
        return noClasses()
                .that(DescribedPredicate.not(mayReveal(root)))
                .should()
                .accessTargetWhere(target(name("reveal")).and(target(owner(type(Secret.class)))));
    }

    private static DescribedPredicate<JavaClass> mayReveal(String root) {
        String wiring = root + ".bootstrap.wiring.Wiring";
        return resideInAnyPackage(root + ".adapters.store.sealing..", root + ".adapters.providers..")
                .or(DescribedPredicate.describe(
                        "Wiring",
                        type -> type.getName().equals(wiring) || type.getName().startsWith(wiring + "$")));
    }

    @Test
    void only_the_sealer_the_providers_and_wiring_reveal_secrets() {
        assertKept(onlyFewReveal(ROOT));
    }

    @Test
    void revealing_a_secret_elsewhere_is_noticed() {
        assertBroken(
                onlyFewReveal(fixture("secret_access")),
                "secret_access",
                "Calls",
                "RefersTo",
                "CallsInALambda",
                "CallsInBootstrap");
    }
}

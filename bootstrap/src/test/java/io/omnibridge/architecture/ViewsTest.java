package io.omnibridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule 6: nothing that callers see has a secret anywhere in its reach. */
@Tag("S1")
class ViewsTest {

    private static final Set<String> CONFIDENTIAL = Stream.of(
                    Secret.class,
                    Credentials.class,
                    SealedCredentials.class,
                    AttemptSecrets.class,
                    SealedAttempt.class,
                    RevocableToken.class,
                    SealedToken.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    static ArchRule viewsHoldNoCredentials(String root) {
        return classes().that().resideInAPackage(root + ".adapters.http.view..").should(holdNoCredentials());
    }

    private static ArchCondition<JavaClass> holdNoCredentials() {
        return new ArchCondition<>("hold no credentials, however far away") {
            @Override
            public void check(JavaClass view, ConditionEvents events) {
                FieldReach.of(view, ROOT).forEach((type, path) -> {
                    boolean kept = !CONFIDENTIAL.contains(type.getName());
                    events.add(new SimpleConditionEvent(view, kept, view.getName() + " holds " + path));
                });
            }
        };
    }

    @Test
    void views_hold_no_credentials() {
        assertKept(viewsHoldNoCredentials(ROOT));
    }

    @Test
    void a_view_that_holds_credentials_is_noticed_however_far_away_they_are() {
        assertBroken(
                viewsHoldNoCredentials(fixture("views")),
                "views",
                "HoldsASecret",
                "HoldsAccounts",
                "HoldsAnArray",
                "HoldsOneOfSeveral",
                "HoldsAnAttempt",
                "HoldsAPendingRevocation");
    }
}

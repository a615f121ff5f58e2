package io.omnibridge.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U2")
class AuditedActionTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final RequestId REQUEST = new RequestId("request-1");
    private static final Optional<ClientId> CLIENT = Optional.of(new ClientId("notes-app"));
    private static final Caller ALICE = new Caller(new UserId("alice"), CLIENT, Set.of());
    private static final AccountKey ACCOUNT =
            new AccountKey(ALICE.user(), new ProviderId("google"), new ProviderAccountId("work"));

    @Test
    void an_action_names_user_client_kind_account_and_time() {
        AuditedAction expected = new AuditedAction(
                ActionKind.LINK,
                NOW,
                ALICE.user(),
                new Actor.User(CLIENT),
                Optional.of(ACCOUNT),
                Optional.empty(),
                REQUEST);

        assertEquals(expected, AuditedAction.on(ACCOUNT, ActionKind.LINK, ALICE, REQUEST, NOW));
    }

    @Test
    void an_action_may_concern_no_account() {
        AuditedAction expected = new AuditedAction(
                ActionKind.READ_AUDIT,
                NOW,
                ALICE.user(),
                new Actor.User(CLIENT),
                Optional.empty(),
                Optional.empty(),
                REQUEST);

        assertEquals(expected, AuditedAction.of(ActionKind.READ_AUDIT, ALICE, REQUEST, NOW));
    }

    @Test
    @Tag("Z1")
    void an_action_on_another_users_account_is_refused() {
        Caller bob = new Caller(new UserId("bob"), CLIENT, Set.of());

        assertThrows(InvalidValue.class, () -> AuditedAction.on(ACCOUNT, ActionKind.UNLINK, bob, REQUEST, NOW));
    }

    @Test
    @Tag("S21")
    void whatever_its_request_id_says_an_action_of_a_caller_is_the_users_own() {
        AuditedAction users = AuditedAction.on(ACCOUNT, ActionKind.UNLINK, ALICE, new RequestId("erase-user"), NOW);
        AuditedAction operators = AuditedAction.by(
                new Actor.Operator("users_erase"), ACCOUNT, ActionKind.UNLINK, new RequestId("erase-user"), NOW);

        assertEquals(new Actor.User(CLIENT), users.actor());
        assertEquals(CLIENT, users.client());
        assertEquals(Optional.empty(), operators.client());
        assertNotEquals(users, operators);
    }

    @Test
    @Tag("S21")
    void jobs_and_commands_are_words() {
        for (String word : List.of("", "Refresh", "users erase", "a-b", "a".repeat(65))) {
            assertThrows(InvalidValue.class, () -> new Actor.Service(word), word);
            assertThrows(InvalidValue.class, () -> new Actor.Operator(word), word);
        }
    }

    @Test
    void an_action_on_a_lease_names_it_also_as_another_kind() {
        LeaseId lease = new LeaseId("0".repeat(32));
        AuditedAction begun =
                AuditedAction.of(ActionKind.BEGIN_LEASE, ALICE, REQUEST, NOW).on(lease);

        assertEquals(Optional.of(lease), begun.lease());
        assertEquals(
                Optional.of(lease),
                begun.on(ACCOUNT).as(ActionKind.END_LEASE, NOW).lease());
    }

    @Test
    void an_action_with_its_outcome_is_an_event() {
        AuditedAction action = AuditedAction.on(ACCOUNT, ActionKind.UNLINK, ALICE, REQUEST, NOW);

        assertEquals(new AuditEvent(action, AuditOutcome.UNLINKED), action.withOutcome(AuditOutcome.UNLINKED));
    }
}

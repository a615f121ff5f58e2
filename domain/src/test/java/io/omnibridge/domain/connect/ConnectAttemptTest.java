package io.omnibridge.domain.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConnectAttemptTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant END = NOW.plus(Duration.ofMinutes(10));
    private static final Optional<SealedAttempt> SECRETS = Optional.of(new SealedAttempt(new byte[] {1}));
    private static final ConnectAttempt PENDING = new ConnectAttempt(
            new AttemptId("0".repeat(32)),
            new UserId("alice"),
            1,
            new ProviderId("google"),
            new PinnedProvider(Optional.empty(), false, URI.create("https://provider.example/token"), "client"),
            Scopes.none(),
            Optional.empty(),
            HashedValue.of("state"),
            SECRETS,
            new AttemptState.Pending(),
            NOW,
            END);

    @Test
    @Tag("O1")
    void an_unfinished_attempt_expires_or_fails_with_time() {
        ConnectAttempt returned =
                PENDING.nextRevision(new AttemptState.Returned(HashedValue.of("ticket"), END, 0), SECRETS);
        ConnectAttempt exchanging = PENDING.nextRevision(new AttemptState.Exchanging(END), Optional.empty());

        assertBecomes(AttemptStatus.PENDING, AttemptStatus.EXPIRED, PENDING);
        assertBecomes(AttemptStatus.RETURNED, AttemptStatus.EXPIRED, returned);
        assertBecomes(AttemptStatus.EXCHANGING, AttemptStatus.FAILED, exchanging);
        assertEquals(Optional.of(AttemptFailure.EXCHANGE_UNKNOWN), exchanging.failureAt(END));
        assertEquals(Optional.empty(), exchanging.failureAt(NOW));
    }

    @Test
    void a_finished_attempt_stays_finished_and_has_no_secrets() {
        ConnectAttempt completed =
                PENDING.nextRevision(new AttemptState.Completed(new ProviderAccountId("work"), true), Optional.empty());
        ConnectAttempt failed = PENDING.failed(AttemptFailure.ACCESS_DENIED);

        assertBecomes(AttemptStatus.COMPLETED, AttemptStatus.COMPLETED, completed);
        assertBecomes(AttemptStatus.FAILED, AttemptStatus.FAILED, failed);
        assertEquals(Optional.of(AttemptFailure.ACCESS_DENIED), failed.failureAt(NOW));
        assertEquals(Optional.empty(), failed.secrets());
        assertEquals(2, failed.revision());
    }

    @Test
    void secrets_are_kept_only_while_they_can_be_used() {
        AttemptState exchanging = new AttemptState.Exchanging(END);

        assertThrows(InvalidValue.class, () -> PENDING.nextRevision(exchanging, SECRETS));
        assertThrows(InvalidValue.class, () -> PENDING.nextRevision(new AttemptState.Pending(), Optional.empty()));
    }

    @Test
    @Tag("Z1")
    void an_attempt_belongs_to_the_user_who_began_it() {
        assertTrue(PENDING.isOwnedBy(new UserId("alice")));
        assertFalse(PENDING.isOwnedBy(new UserId("mallory")));
    }

    @Test
    @Tag("O3")
    void a_provider_that_returns_its_issuer_names_it() {
        URI token = URI.create("https://provider.example/token");

        assertThrows(InvalidValue.class, () -> new PinnedProvider(Optional.empty(), true, token, "client"));
    }

    private static void assertBecomes(AttemptStatus before, AttemptStatus at, ConnectAttempt attempt) {
        assertEquals(before, attempt.statusAt(END.minusMillis(1)));
        assertEquals(at, attempt.statusAt(END));
    }
}

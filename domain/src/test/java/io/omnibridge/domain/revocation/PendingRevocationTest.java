package io.omnibridge.domain.revocation;

import static io.omnibridge.domain.RefusedValues.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PendingRevocationTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private static PendingRevocation pendingRevocation(Instant dueAt, int failures) {
        return new PendingRevocation(
                new PendingRevocationId("0".repeat(32)),
                new AccountKey(new UserId("alice"), new ProviderId("google"), new ProviderAccountId("work")),
                AccountVersion.first(new LinkId("1".repeat(32))),
                RevocationScope.TOKEN,
                new SealedToken(new byte[] {1}),
                NOW,
                dueAt,
                failures);
    }

    @Test
    @Tag("O17")
    void a_pending_revocation_is_kept_for_seven_days() {
        Instant end = NOW.plus(Duration.ofDays(7));

        assertFalse(pendingRevocation(NOW, 0).isAbandonedAt(end.minusMillis(1)));
        assertTrue(pendingRevocation(NOW, 9).isAbandonedAt(end));
    }

    @Test
    void a_revocation_due_at_its_creation_is_due_for_every_clock() {
        assertTrue(pendingRevocation(NOW, 0).isDueAt(NOW.minusSeconds(5)));
        assertFalse(pendingRevocation(LATER, 0).isDueAt(LATER.minusMillis(1)));
        assertTrue(pendingRevocation(LATER, 0).isDueAt(LATER));
    }

    @Test
    void a_failure_is_counted_and_a_new_due_time_is_not() {
        assertEquals(pendingRevocation(LATER, 3), pendingRevocation(NOW, 2).afterFailure(LATER));
        assertEquals(pendingRevocation(LATER, 2), pendingRevocation(NOW, 2).withDueAt(LATER));
        assertThrows(InvalidValue.class, () -> pendingRevocation(NOW, -1));
    }

    @Test
    void an_id_is_128_bits_in_hexadecimal() {
        assertRefused(PendingRevocationId::new, "abc");
        assertRefused(PendingRevocationId::new, "G".repeat(32));
    }

    @Test
    @Tag("S2")
    void a_sealed_token_is_copied_and_not_printed() {
        byte[] bytes = {1, 2, 3};
        SealedToken sealed = new SealedToken(bytes);
        bytes[0] = 9;
        sealed.toBytes()[1] = 9;

        assertEquals(new SealedToken(new byte[] {1, 2, 3}), sealed);
        assertEquals("SealedToken[3 bytes]", sealed.toString());
        assertThrows(InvalidValue.class, () -> new SealedToken(new byte[0]));
    }
}

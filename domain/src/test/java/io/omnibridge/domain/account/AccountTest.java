package io.omnibridge.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final AccountKey KEY =
            new AccountKey(new UserId("alice"), new ProviderId("google"), new ProviderAccountId("work"));

    @Test
    @Tag("Z2")
    void an_account_belongs_only_to_the_user_of_its_key() {
        assertTrue(KEY.isOwnedBy(new UserId("alice")));
        assertFalse(KEY.isOwnedBy(new UserId("Alice")));
        assertFalse(KEY.isOwnedBy(new UserId("bob")));
    }

    @Test
    void an_account_is_its_metadata_and_sealed_bytes() {
        AccountMetadata metadata = metadata(Optional.empty(), false, NOW, NOW);
        Account account = new Account(metadata, new SealedCredentials(new byte[] {1}));

        assertEquals(KEY, account.key());
        assertEquals(metadata.version(), account.version());
    }

    @Property
    void only_an_expired_account_without_refresh_needs_a_reconnect(
            @ForAll @LongRange(min = -2, max = 2) long secondsLeft, @ForAll boolean refreshable) {
        AccountMetadata account = metadata(Optional.of(NOW.plusSeconds(secondsLeft)), refreshable, NOW, NOW);

        boolean usable = secondsLeft > 0 || refreshable;
        assertEquals(usable ? AccountStatus.ACTIVE : AccountStatus.NEEDS_RECONNECT, account.statusAt(NOW));
    }

    @Test
    void an_account_without_an_expiry_stays_active() {
        assertEquals(
                AccountStatus.ACTIVE,
                metadata(Optional.empty(), false, NOW, NOW).statusAt(Instant.MAX));
    }

    @Test
    void an_account_is_not_updated_before_it_was_linked() {
        Instant before = NOW.minusNanos(1);

        assertThrows(InvalidValue.class, () -> metadata(Optional.empty(), false, NOW, before));
        assertEquals(before, metadata(Optional.empty(), false, before, before).updatedAt());
    }

    @Property
    void the_first_link_time_is_kept_when_clocks_differ(@ForAll @LongRange(min = -2, max = 2) long seconds) {
        Instant first = NOW.plusSeconds(seconds);

        Account kept = new Account(metadata(Optional.of(NOW), true, NOW, NOW), new SealedCredentials(new byte[] {1}))
                .withLinkedAt(first);

        Instant updated = seconds > 0 ? first : NOW;
        assertEquals(metadata(Optional.of(NOW), true, first, updated), kept.metadata());
        assertEquals(new SealedCredentials(new byte[] {1}), kept.credentials());
    }

    private static AccountMetadata metadata(
            Optional<Instant> expiresAt, boolean refreshable, Instant linkedAt, Instant updatedAt) {
        AccountVersion version = AccountVersion.first(new LinkId("0".repeat(32)));
        return new AccountMetadata(
                KEY,
                version,
                Scopes.none(),
                LinkedBy.TOKEN,
                refreshable,
                expiresAt,
                linkedAt,
                updatedAt,
                RefreshState.READY,
                NOW);
    }
}

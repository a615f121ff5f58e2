package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeasesListCommandTest {

    private static final UserId ALICE = new UserId("alice");
    private static final Instant EXPIRY = Instant.parse("2026-03-01T09:30:00Z");
    private static final Instant BEFORE = EXPIRY.minusSeconds(1);
    private static final String ID = "1".repeat(32);

    private static Lease lease(String label, long used, Optional<Instant> endedAt) {
        AccountKey account = new AccountKey(ALICE, new ProviderId("google"), new ProviderAccountId("work"));
        return new Lease(
                new StoredLease(new LeaseId(ID), ALICE, EXPIRY, new SealedLease(new byte[] {1}), used, endedAt),
                new LeaseTerms(label, Optional.empty(), List.of(account), Set.of(UseKind.API), EXPIRY, 20));
    }

    @Test
    void a_line_says_whether_the_lease_is_live_and_what_ended_it() {
        assertEquals(
                ID + "  live  3 of 20 uses  until 2026-03-01T09:30:00Z  mail agent",
                LeasesListCommand.line(lease("mail agent", 3, Optional.empty()), BEFORE));
        assertEquals(
                ID + "  ended by owner  3 of 20 uses  until 2026-03-01T09:30:00Z  mail agent",
                LeasesListCommand.line(lease("mail agent", 3, Optional.of(BEFORE)), BEFORE));
        assertEquals(
                ID + "  ended by uses  20 of 20 uses  until 2026-03-01T09:30:00Z  mail agent",
                LeasesListCommand.line(lease("mail agent", 20, Optional.empty()), BEFORE));
        assertEquals(
                ID + "  ended by expiry  0 of 20 uses  until 2026-03-01T09:30:00Z  mail agent",
                LeasesListCommand.line(lease("mail agent", 0, Optional.empty()), EXPIRY));
    }

    @Test
    @Tag("H11")
    void a_lease_is_one_line_whatever_its_label_is() {
        assertEquals(
                ID + "  live  0 of 20 uses  until 2026-03-01T09:30:00Z  a\\u2028b\\u202ec",
                LeasesListCommand.line(lease("a\u2028b\u202ec", 0, Optional.empty()), BEFORE));
    }
}

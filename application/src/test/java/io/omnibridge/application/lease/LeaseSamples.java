package io.omnibridge.application.lease;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leases of alice, and a clock that stands still. */
final class LeaseSamples {

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Duration HOUR = Duration.ofHours(1);

    private LeaseSamples() {}

    static LeaseId id(int number) {
        return new LeaseId(Integer.toString(number).repeat(32));
    }

    static StoredLease stored(LeaseId id, Instant expiresAt, Optional<Instant> endedAt) {
        return new StoredLease(id, ALICE, expiresAt, new SealedLease(new byte[] {1}), 0, endedAt);
    }

    static LeaseTerms terms(String label) {
        return new LeaseTerms(
                label, Optional.empty(), List.of(key(ALICE, GOOGLE, "work")), Set.of(UseKind.API), NOW.plus(HOUR), 200);
    }
}

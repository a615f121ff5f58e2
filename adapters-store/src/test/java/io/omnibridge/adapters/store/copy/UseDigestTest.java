package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UseDigestTest {

    private static final AuditChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");
    private static final Instant LATER = NOW.plusMillis(1);
    private static final StoredLease LEASE = lease(1, NOW, 1, 0, Optional.empty());
    private static final UseBase BASE = new UseBase(head(1, 1), NOW, mac(1));

    @Test
    @Tag("C2")
    void every_part_of_leases_sign_outs_and_uses_changes_the_digest() {
        List<UserChunk> chunks = List.of(
                of(LEASE),
                of(lease(2, NOW, 1, 0, Optional.empty())),
                of(lease(1, LATER, 1, 0, Optional.empty())),
                of(lease(1, NOW, 2, 0, Optional.empty())),
                of(lease(1, NOW, 1, 1, Optional.empty())),
                of(lease(1, NOW, 1, 0, Optional.of(NOW))),
                of(lease(1, NOW, 1, 0, Optional.of(LATER))),
                start(head(2, 1), Optional.empty()),
                start(head(3, 1), Optional.empty()),
                start(head(2, 2), Optional.empty()),
                start(head(2, 1), Optional.of(BASE)),
                start(head(2, 1), Optional.of(new UseBase(head(2, 1), NOW, mac(1)))),
                start(head(2, 1), Optional.of(new UseBase(head(1, 2), NOW, mac(1)))),
                start(head(2, 1), Optional.of(new UseBase(head(1, 1), LATER, mac(1)))),
                start(head(2, 1), Optional.of(new UseBase(head(1, 1), NOW, mac(2)))),
                new UserChunk.SignedOut(ALICE, NOW),
                new UserChunk.SignedOut(ALICE, LATER),
                use(1, NOW, 1),
                use(2, NOW, 1),
                use(1, LATER, 1),
                use(1, NOW, 2));

        Set<BigInteger> digests = new HashSet<>();
        chunks.forEach(chunk -> {
            UserDigest digest = new UserDigest(CHAIN);
            digest.accept(chunk);
            digests.add(digest.summary().digest());
        });

        assertEquals(chunks.size(), digests.size());
    }

    private static UserChunk of(StoredLease lease) {
        return new UserChunk.Leases(ALICE, List.of(lease));
    }

    private static UserChunk start(StoredChainHead head, Optional<UseBase> base) {
        return new UserChunk.UseStart(ALICE, head, base);
    }

    private static UserChunk use(long position, Instant at, int mac) {
        return new UserChunk.Uses(
                ALICE, List.of(new ChainedUse(position, UseSamples.used(key(ALICE, GOOGLE, "work"), at), mac(mac))));
    }

    private static StoredLease lease(int id, Instant expiresAt, int sealed, long used, Optional<Instant> endedAt) {
        return new StoredLease(
                new LeaseId("%032x".formatted(id)),
                ALICE,
                expiresAt,
                new SealedLease(new byte[] {(byte) sealed}),
                used,
                endedAt);
    }

    private static StoredChainHead head(long count, int mac) {
        return new StoredChainHead(count, mac(mac));
    }

    private static EventMac mac(int value) {
        return new EventMac(new byte[] {(byte) value});
    }
}

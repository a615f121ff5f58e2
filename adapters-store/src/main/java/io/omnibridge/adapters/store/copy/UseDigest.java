package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.lease.StoredLease;
import java.security.MessageDigest;
import java.time.Instant;

/** The part of a {@link UserDigest} that is about leases, the last sign-out and uses. It covers what a receipt says by the MAC that it should have. */
record UseDigest(MessageDigest digest, UseChain chain) {

    void accept(UserChunk chunk) {
        if (chunk instanceof UserChunk.Leases page) {
            page.leases().forEach(this::add);
        } else if (chunk instanceof UserChunk.SignedOut last) {
            update("signed out", time(last.at()));
        } else if (chunk instanceof UserChunk.UseStart start) {
            add(start);
        } else if (chunk instanceof UserChunk.Uses page) {
            page.oldestFirst().forEach(this::add);
        }
    }

    private void add(StoredLease lease) {
        byte[] sealed = lease.sealed().toBytes();
        update(
                "lease",
                lease.id().value(),
                time(lease.expiresAt()),
                Long.toString(lease.used()),
                lease.endedAt().map(UseDigest::time).orElse(""),
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(UserChunk.UseStart start) {
        update(
                "uses",
                start.user().value(),
                Long.toString(start.head().count()),
                start.head().mac().toHex(),
                start.base().map(base -> Long.toString(base.at().count())).orElse(""),
                start.base().map(base -> base.at().mac().toHex()).orElse(""),
                start.base().map(base -> time(base.prunedBefore())).orElse(""),
                start.base().map(UseBase::mac).map(EventMac::toHex).orElse(""));
    }

    private void add(ChainedUse use) {
        StoredChainHead before = new StoredChainHead(use.position() - 1, StoredChainHead.NONE.mac());
        update(
                "use",
                Long.toString(use.position()),
                use.mac().toHex(),
                chain.append(before, use.receipt()).mac().toHex());
    }

    private void update(String... parts) {
        digest.update(LengthPrefixed.of(parts));
    }

    private static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}

package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.lease.StoredLease;

/** The part of a {@link UserDigest} that is about leases, the last sign-out and uses. It covers what a receipt says by the MAC that it should have. */
record UseDigest(ChunkDigest digest, UseChain chain) {

    void accept(UserChunk chunk) {
        if (chunk instanceof UserChunk.Leases page) {
            page.leases().forEach(this::add);
        } else if (chunk instanceof UserChunk.SignedOut last) {
            digest.add("signed out", ChunkDigest.time(last.at()));
        } else if (chunk instanceof UserChunk.UseStart start) {
            add(start);
        } else if (chunk instanceof UserChunk.Uses page) {
            page.oldestFirst().forEach(this::add);
        }
    }

    private void add(StoredLease lease) {
        byte[] sealed = lease.sealed().toBytes();
        digest.add(
                "lease",
                lease.id().value(),
                ChunkDigest.time(lease.expiresAt()),
                Long.toString(lease.used()),
                lease.endedAt().map(ChunkDigest::time).orElse(""),
                Integer.toString(sealed.length));
        digest.add(sealed);
    }

    private void add(UserChunk.UseStart start) {
        digest.add(
                "uses",
                start.user().value(),
                Long.toString(start.head().count()),
                start.head().mac().toHex(),
                start.base().map(base -> Long.toString(base.at().count())).orElse(""),
                start.base().map(base -> base.at().mac().toHex()).orElse(""),
                start.base().map(base -> ChunkDigest.time(base.prunedBefore())).orElse(""),
                start.base().map(UseBase::mac).map(EventMac::toHex).orElse(""));
    }

    private void add(ChainedUse use) {
        StoredChainHead before = new StoredChainHead(use.position() - 1, StoredChainHead.NONE.mac());
        digest.add(
                "use",
                Long.toString(use.position()),
                use.mac().toHex(),
                chain.headAfter(before, use.receipt()).mac().toHex());
    }
}

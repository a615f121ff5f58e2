package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.function.Consumer;

/**
 * SHA-256 over all chunks of one user, in the order in which they come: the same for two stores if and only if both have the same.
 * It covers what an event says by the MAC that the event should have, beside the MAC that it has. For one user; not thread-safe.
 */
final class UserDigest implements Consumer<UserChunk> {

    private final ChunkDigest digest = new ChunkDigest();
    private final AuditChain chain;
    private long accounts;
    private long events;

    UserDigest(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public void accept(UserChunk chunk) {
        if (chunk instanceof UserChunk.Start start) {
            StoredChainHead head = start.head();
            digest.add(
                    "user",
                    start.user().value(),
                    Long.toString(head.count()),
                    head.mac().toHex());
        } else if (chunk instanceof UserChunk.Accounts page) {
            page.accounts().forEach(this::add);
        } else if (chunk instanceof UserChunk.PendingRevocations page) {
            page.pendingRevocations().forEach(this::add);
        } else if (chunk instanceof UserChunk.Events page) {
            page.oldestFirst().forEach(this::add);
        } else {
            new UseDigest(digest, chain.uses()).accept(chunk);
        }
    }

    UserSummary summary() {
        return new UserSummary(accounts, events, digest.result());
    }

    private void add(Account account) {
        accounts++;
        AccountMetadata metadata = account.metadata();
        byte[] sealed = account.credentials().toBytes();
        digest.add(
                "account",
                account.key().provider().value(),
                account.key().providerAccountId().value(),
                account.version().linkId().value(),
                Long.toString(account.version().generation()),
                String.join(" ", metadata.scopes().values()),
                metadata.linkedBy().name(),
                Boolean.toString(metadata.refreshable()),
                metadata.expiresAt().map(ChunkDigest::time).orElse(""),
                ChunkDigest.time(metadata.linkedAt()),
                ChunkDigest.time(metadata.updatedAt()),
                RefreshStateCodec.of(metadata.refresh()),
                ChunkDigest.time(metadata.usedAt()),
                ChunkDigest.time(metadata.seenAt()),
                metadata.dataUsedAt().map(ChunkDigest::time).orElse(""),
                metadata.origin().map(origin -> Long.toString(origin.value())).orElse(""),
                metadata.label().map(AccountLabel::value).orElse(""),
                Integer.toString(sealed.length));
        digest.add(sealed);
    }

    private void add(PendingRevocation revocation) {
        byte[] sealed = revocation.sealed().toBytes();
        digest.add(
                "pending revocation",
                revocation.id().value(),
                revocation.account().provider().value(),
                revocation.account().providerAccountId().value(),
                revocation.version().linkId().value(),
                Long.toString(revocation.version().generation()),
                revocation.scope().name(),
                ChunkDigest.time(revocation.since()),
                ChunkDigest.time(revocation.dueAt()),
                Integer.toString(revocation.failures()),
                Integer.toString(sealed.length));
        digest.add(sealed);
    }

    private void add(ChainedEvent chained) {
        events++;
        StoredChainHead before = new StoredChainHead(chained.position() - 1, StoredChainHead.NONE.mac());
        digest.add(
                "event",
                Long.toString(chained.position()),
                chained.mac().toHex(),
                chain.headAfter(before, chained.event()).mac().toHex());
    }
}

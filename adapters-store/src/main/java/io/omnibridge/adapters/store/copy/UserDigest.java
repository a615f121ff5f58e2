package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.Sha256;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * SHA-256 over all chunks of one user, in the order in which they come: the same for two stores if and only if both have the same.
 * It covers what an event says by the MAC that the event should have, beside the MAC that it has. For one user; not thread-safe.
 */
final class UserDigest implements Consumer<UserChunk> {

    private final MessageDigest digest = Sha256.newDigest();
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
            update(
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
        return new UserSummary(accounts, events, new BigInteger(1, digest.digest()));
    }

    private void add(Account account) {
        accounts++;
        AccountMetadata metadata = account.metadata();
        byte[] sealed = account.credentials().toBytes();
        update(
                "account",
                account.key().provider().value(),
                account.key().providerAccountId().value(),
                account.version().linkId().value(),
                Long.toString(account.version().generation()),
                String.join(" ", metadata.scopes().values()),
                metadata.linkedBy().name(),
                Boolean.toString(metadata.refreshable()),
                metadata.expiresAt().map(UserDigest::time).orElse(""),
                time(metadata.linkedAt()),
                time(metadata.updatedAt()),
                RefreshStateCodec.of(metadata.refresh()),
                time(metadata.usedAt()),
                time(metadata.seenAt()),
                metadata.dataUsedAt().map(UserDigest::time).orElse(""),
                metadata.origin().map(origin -> Long.toString(origin.value())).orElse(""),
                metadata.label().map(AccountLabel::value).orElse(""),
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(PendingRevocation revocation) {
        byte[] sealed = revocation.sealed().toBytes();
        update(
                "pending revocation",
                revocation.id().value(),
                revocation.account().provider().value(),
                revocation.account().providerAccountId().value(),
                revocation.version().linkId().value(),
                Long.toString(revocation.version().generation()),
                revocation.scope().name(),
                time(revocation.since()),
                time(revocation.dueAt()),
                Integer.toString(revocation.failures()),
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(ChainedEvent chained) {
        events++;
        StoredChainHead before = new StoredChainHead(chained.position() - 1, StoredChainHead.NONE.mac());
        update(
                "event",
                Long.toString(chained.position()),
                chained.mac().toHex(),
                chain.append(before, chained.event()).mac().toHex());
    }

    private void update(String... parts) {
        digest.update(LengthPrefixed.of(parts));
    }

    private static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}

package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.adapters.store.vault.UserImport;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.math.BigInteger;
import io.omnibridge.domain.Sha256;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * A SHA-256 over everything that there is of one user, in the order in which it comes: the same for two stores exactly if
 * both have the same. It covers what an event says by the MAC that it ought to have, beside the one that it has. For one
 * user; not thread-safe.
 */
final class UserDigest implements UserImport {

    private final MessageDigest digest = Sha256.newDigest();
    private final AuditChain chain;
    private long accounts;
    private long events;

    UserDigest(AuditChain chain) {
        this.chain = chain;
    }

    @Override
    public void begin(UserId user, StoredChainHead head, long ignored) {
        update("user", user.value(), Long.toString(head.count()), head.mac().toHex());
    }

    @Override
    public void addAccounts(UserId user, List<Account> page) {
        page.forEach(this::add);
    }

    @Override
    public void addRevocations(UserId user, List<PendingRevocation> pendingRevocations) {
        pendingRevocations.forEach(this::add);
    }

    @Override
    public void addEvents(UserId user, List<ChainedEvent> oldestFirst) {
        oldestFirst.forEach(this::add);
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
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(PendingRevocation pendingRevocation) {
        byte[] sealed = pendingRevocation.sealed().toBytes();
        update(
                "obligation",
                pendingRevocation.id().value(),
                pendingRevocation.account().provider().value(),
                pendingRevocation.account().providerAccountId().value(),
                pendingRevocation.version().linkId().value(),
                Long.toString(pendingRevocation.version().generation()),
                pendingRevocation.scope().name(),
                time(pendingRevocation.since()),
                time(pendingRevocation.dueAt()),
                Integer.toString(pendingRevocation.failures()),
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(ChainedEvent recorded) {
        events++;
        StoredChainHead before = new StoredChainHead(recorded.position() - 1, StoredChainHead.NONE.mac());
        update(
                "event",
                Long.toString(recorded.position()),
                recorded.mac().toHex(),
                chain.append(before, recorded.event()).mac().toHex());
    }

    private void update(String... parts) {
        digest.update(LengthPrefixed.of(parts));
    }

    private static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}

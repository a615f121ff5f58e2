package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.durable.UserImport;
import io.omnibridge.adapters.store.encoding.LengthPrefixed;
import io.omnibridge.adapters.store.encoding.RefreshStateText;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/**
 * A SHA-256 over everything that there is of one user, in the order in which it comes: the same for two stores exactly if
 * both have the same. It covers what an event says by the MAC that it ought to have, beside the one that it has. For one
 * user; not thread-safe.
 */
final class UserDigest implements UserImport {

    private final MessageDigest digest = sha256();
    private final RecordChain chain;
    private long accounts;
    private long events;

    UserDigest(RecordChain chain) {
        this.chain = chain;
    }

    @Override
    public void begin(UserId user, RecordHead head, long ignored) {
        update("user", user.value(), Long.toString(head.count()), head.mac().toHex());
    }

    @Override
    public void addAccounts(UserId user, List<Account> page) {
        page.forEach(this::add);
    }

    @Override
    public void addObligations(UserId user, List<Obligation> obligations) {
        obligations.forEach(this::add);
    }

    @Override
    public void addEvents(UserId user, List<RecordedEvent> oldestFirst) {
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
                RefreshStateText.of(metadata.refresh()),
                time(metadata.usedAt()),
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(Obligation obligation) {
        byte[] sealed = obligation.sealed().toBytes();
        update(
                "obligation",
                obligation.id().value(),
                obligation.account().provider().value(),
                obligation.account().providerAccountId().value(),
                obligation.version().linkId().value(),
                Long.toString(obligation.version().generation()),
                obligation.scope().name(),
                time(obligation.since()),
                time(obligation.dueAt()),
                Integer.toString(obligation.failures()),
                Integer.toString(sealed.length));
        digest.update(sealed);
    }

    private void add(RecordedEvent recorded) {
        events++;
        RecordHead before = new RecordHead(recorded.position() - 1, RecordHead.NONE.mac());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}

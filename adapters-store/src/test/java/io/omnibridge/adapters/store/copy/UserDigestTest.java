package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.EventMac;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UserDigestTest {

    private static final AuditChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");
    private static final StoredChainHead HEAD = head(1, 1);
    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");
    private static final AccountVersion VERSION = version("a", 1);
    private static final Scopes SCOPES = Scopes.parse("a b");
    private static final Account ACCOUNT = account(KEY, VERSION, SCOPES, LinkedBy.TOKEN, false, NOW, NOW, NOW, 1);
    private static final PendingRevocation PENDING = pendingRevocation(ACCOUNT, RevocationScope.TOKEN);
    private static final ChainedEvent EVENT = event(1, ActionKind.LINK, AuditOutcome.LINKED, 1);

    @Test
    @Tag("C2")
    void every_part_of_a_user_changes_the_digest() {
        Instant later = NOW.plusMillis(1);
        List<UserSummary> all = List.of(
                digest(ALICE, HEAD, List.of(ACCOUNT), List.of(EVENT)),
                digest(BOB, HEAD, List.of(ACCOUNT), List.of(EVENT)),
                digest(ALICE, head(2, 1), List.of(ACCOUNT), List.of(EVENT)),
                digest(ALICE, head(1, 2), List.of(ACCOUNT), List.of(EVENT)),
                digest(ALICE, HEAD, List.of(), List.of(EVENT)),
                digest(ALICE, HEAD, List.of(ACCOUNT), List.of()),
                of(account(key(ALICE, NOTION, "work"), VERSION, SCOPES, LinkedBy.TOKEN, false, NOW, NOW, NOW, 1)),
                of(account(key(ALICE, GOOGLE, "home"), VERSION, SCOPES, LinkedBy.TOKEN, false, NOW, NOW, NOW, 1)),
                of(account(KEY, version("b", 1), SCOPES, LinkedBy.TOKEN, false, NOW, NOW, NOW, 1)),
                of(account(KEY, version("a", 2), SCOPES, LinkedBy.TOKEN, false, NOW, NOW, NOW, 1)),
                of(account(KEY, VERSION, Scopes.parse("b a"), LinkedBy.TOKEN, false, NOW, NOW, NOW, 1)),
                of(account(KEY, VERSION, SCOPES, LinkedBy.CONNECT, false, NOW, NOW, NOW, 1)),
                of(account(KEY, VERSION, SCOPES, LinkedBy.TOKEN, true, NOW, NOW, NOW, 1)),
                of(account(KEY, VERSION, SCOPES, LinkedBy.TOKEN, false, later, NOW, NOW, 1)),
                of(account(KEY, VERSION, SCOPES, LinkedBy.TOKEN, false, NOW, NOW.minusMillis(1), NOW, 1)),
                of(account(KEY, VERSION, SCOPES, LinkedBy.TOKEN, false, NOW, NOW, later, 1)),
                of(account(KEY, VERSION, SCOPES, LinkedBy.TOKEN, false, NOW, NOW, NOW, 2)),
                of(ACCOUNT.withRefresh(new RefreshState.Idle(NOW, 1))),
                of(new Account(ACCOUNT.metadata().withUsedAt(later), ACCOUNT.credentials())),
                of(new Account(ACCOUNT.metadata().withDataUsedAt(NOW), ACCOUNT.credentials())),
                of(new Account(
                        ACCOUNT.metadata().withLabel(Optional.of(new AccountLabel("work"))), ACCOUNT.credentials())),
                withRevocation(PENDING),
                withRevocation(PENDING.afterFailure(PENDING.dueAt())),
                withRevocation(PENDING.withSealed(new SealedToken(new byte[] {7}))),
                of(event(2, ActionKind.LINK, AuditOutcome.LINKED, 1)),
                of(event(1, ActionKind.UNLINK, AuditOutcome.LINKED, 1)),
                of(event(1, ActionKind.LINK, AuditOutcome.REPLACED, 1)),
                of(event(1, ActionKind.LINK, AuditOutcome.LINKED, 2)));

        Set<BigInteger> digests = new HashSet<>();
        all.forEach(summary -> digests.add(summary.digest()));

        assertEquals(all.size(), digests.size());
    }

    @Test
    void the_order_of_users_does_not_change_the_digest_and_a_user_twice_does() {
        UserSummary one = digest(ALICE, HEAD, List.of(ACCOUNT), List.of(EVENT));
        UserSummary other = digest(BOB, HEAD, List.of(), List.of(EVENT));

        StoreTotals both = StoreTotals.NONE.plus(one).plus(other);

        assertEquals(both, StoreTotals.NONE.plus(other).plus(one));
        assertEquals(1, both.accounts());
        assertEquals(2, both.events());
        assertEquals(false, StoreTotals.NONE.plus(one).plus(one).digest().equals(StoreTotals.NONE.digest()));
    }

    private static UserSummary of(Account account) {
        return digest(ALICE, HEAD, List.of(account), List.of(EVENT));
    }

    private static UserSummary of(ChainedEvent event) {
        return digest(ALICE, HEAD, List.of(ACCOUNT), List.of(event));
    }

    private static UserSummary withRevocation(PendingRevocation pendingRevocation) {
        UserDigest digest = new UserDigest(CHAIN);
        digest.accept(new UserChunk.Start(ALICE, HEAD, 1));
        digest.accept(new UserChunk.Accounts(ALICE, List.of(ACCOUNT)));
        digest.accept(new UserChunk.PendingRevocations(ALICE, List.of(pendingRevocation)));
        digest.accept(new UserChunk.Events(ALICE, List.of(EVENT)));
        return digest.summary();
    }

    private static UserSummary digest(
            UserId user, StoredChainHead head, List<Account> accounts, List<ChainedEvent> events) {
        UserDigest digest = new UserDigest(CHAIN);
        digest.accept(new UserChunk.Start(user, head, accounts.size()));
        digest.accept(new UserChunk.Accounts(user, accounts));
        digest.accept(new UserChunk.Events(user, events));
        return digest.summary();
    }

    private static Account account(
            AccountKey key,
            AccountVersion version,
            Scopes scopes,
            LinkedBy linkedBy,
            boolean refreshable,
            Instant expiresAt,
            Instant linkedAt,
            Instant updatedAt,
            int sealed) {
        return new Account(
                new AccountMetadata(
                        key,
                        version,
                        scopes,
                        linkedBy,
                        refreshable,
                        Optional.of(expiresAt),
                        linkedAt,
                        updatedAt,
                        RefreshState.READY,
                        NOW),
                new SealedCredentials(new byte[] {(byte) sealed}));
    }

    private static AccountVersion version(String digit, long generation) {
        return new AccountVersion(new LinkId(digit.repeat(32)), generation);
    }

    private static StoredChainHead head(long count, int mac) {
        return new StoredChainHead(count, new EventMac(new byte[] {(byte) mac}));
    }

    private static ChainedEvent event(long position, ActionKind kind, AuditOutcome outcome, int mac) {
        return new ChainedEvent(
                position, action(kind, KEY).withOutcome(outcome), new EventMac(new byte[] {(byte) mac}));
    }
}

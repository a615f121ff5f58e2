package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.SignOutsContract;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.UseSamples;
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
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** Vault that is copied, and writes of its nodes. */
record SourceVault(DurableStore store, Keyset keyset, AuditChain chain) {

    static final String ISSUER = "https://issuer.example";

    private static final RefreshState END = new RefreshState.Ended(RefreshEndReason.ACCESS_REFUSED, NOW);
    private static final int LARGEST = 90_000;

    /** Creates the vault, or opens it. */
    static SourceVault in(DurableStore store, Keyset keyset) {
        VaultOpening opening = new VaultOpening(store.metadata(), keyset, ISSUER, new SecureRandom());
        return new SourceVault(store, keyset, new AuditChain(opening.open("sub"), ISSUER));
    }

    TokenStore accounts() {
        return VaultPorts.over(store.users(), chain).accounts();
    }

    VaultPorts ports() {
        return VaultPorts.over(store.users(), chain);
    }

    /** Begins a lease, and makes {@code uses} uses of it, a second apart. */
    StoredLease useLease(UserId user, int uses) {
        StoredLease lease = beginLease(user);
        IntStream.range(0, uses)
                .forEach(i -> ports().useLog()
                        .append(
                                UseSamples.used(key(user, GOOGLE, "a0"), lease.id(), NOW.plusSeconds(i)),
                                UseSamples.count(lease, 100_000)));
        return lease;
    }

    StoredLease endedLease(UserId user) {
        StoredLease lease = beginLease(user);
        ports().leases().end(user, lease.id(), UseSamples.end(lease, NOW));
        return lease;
    }

    void signOut(UserId user, Instant at) {
        ports().signOuts().signOut(user, SignOutsContract.signingOut(user, at));
    }

    void use(UserId user) {
        ports().useLog().append(UseSamples.used(key(user, GOOGLE, "a0"), NOW), Optional.empty());
    }

    /** Removes the receipts of the first {@code seconds} seconds. */
    void pruneUses(UserId user, int seconds) {
        ports().useLog().prune(user, NOW.plusSeconds(seconds));
    }

    private StoredLease beginLease(UserId user) {
        StoredLease lease = UseSamples.lease(user, NOW.plusSeconds(3_600));
        ports().leases().add(lease, QUOTA, UseSamples.begin(lease, NOW));
        return lease;
    }

    void link(UserId user, int accounts) {
        IntStream.range(0, accounts).forEach(i -> link(account(key(user, GOOGLE, "a" + i))));
    }

    void link(Account account) {
        accounts().link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, account.key()));
    }

    void unlink(AccountKey key) {
        accounts().unlink(accounts().findMetadata(key).orElseThrow(), Optional.empty(), action(ActionKind.UNLINK, key));
    }

    /** Adds a pending revocation of an account that is no longer linked. */
    PendingRevocation addRevocation(UserId user) {
        PendingRevocation pending = pendingRevocation(account(key(user, GOOGLE, "gone")), RevocationScope.GRANT);
        VaultPorts.over(store.users(), chain)
                .pendingRevocations()
                .add(pending, action(ActionKind.REVOKE, pending.account()));
        return pending;
    }

    void complete(PendingRevocation pending) {
        AuditedAction action = action(ActionKind.REVOKE, pending.account());
        VaultPorts.over(store.users(), chain)
                .pendingRevocations()
                .complete(pending, action.withOutcome(AuditOutcome.REVOKED));
    }

    /** Adds that many refusals, which leave an audit log and no account. */
    void refuse(UserId user, int times) {
        IntStream.range(0, times)
                .forEach(i -> VaultPorts.over(store.users(), chain)
                        .auditLog()
                        .append(action(ActionKind.UNLINK, key(user, GOOGLE, "n" + i))
                                .withOutcome(AuditOutcome.NOT_FOUND)));
    }

    /** Links an account with the largest values, and one with the smallest. */
    void linkExtremes(UserId user) {
        byte[] large = new byte[LARGEST];
        new SecureRandom().nextBytes(large);
        AccountKey key = key(user, NOTION, "|=:" + "x".repeat(200));
        AccountVersion version = new AccountVersion(new LinkId("f".repeat(32)), Long.MAX_VALUE / 2);
        Scopes scopes = Scopes.of(
                IntStream.range(0, 200).mapToObj(i -> "s".repeat(36) + i).toList());
        link(new Account(
                new AccountMetadata(key, version, scopes, LinkedBy.CONNECT, true, Optional.empty(), NOW, NOW, END, NOW)
                        .withLabel(Optional.of(new AccountLabel("\ud83d\ude00".repeat(255))))
                        .withDataUsedAt(NOW),
                new SealedCredentials(large)));
        AccountKey least = key(user, GOOGLE, "0");
        link(new Account(
                new AccountMetadata(
                        least,
                        AccountVersion.first(new LinkId("0".repeat(32))),
                        Scopes.none(),
                        LinkedBy.TOKEN,
                        false,
                        Optional.of(NOW),
                        NOW,
                        NOW.plusMillis(1),
                        RefreshState.READY,
                        NOW.plusMillis(2)),
                new SealedCredentials(new byte[] {0})));
    }
}

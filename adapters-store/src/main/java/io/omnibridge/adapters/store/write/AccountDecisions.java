package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.LinkedAccount;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;
import java.util.function.Function;

/** Decisions on writes of linked accounts, as {@link TokenStore} describes them. */
public final class AccountDecisions {

    private AccountDecisions() {}

    /**
     * Decides on {@link TokenStore#renew}.
     *
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    public static Function<UserSnapshot, Decision<Boolean>> renew(AccountVersion expected, Account renewed) {
        requireNext(expected, renewed);
        return snapshot -> snapshot.account()
                .filter(former -> former.version().equals(expected) && RefreshMachine.acceptsRenewal(former.refresh()))
                .map(former -> Decision.taken(
                        AuditOutcome.RENEWED, Changes.of(new AccountChange.Replace(keepingHistory(renewed, former)))))
                .orElseGet(Decision::notTaken);
    }

    private static void requireNext(AccountVersion expected, Account renewed) {
        if (!renewed.version().equals(expected.next())) {
            throw new IllegalArgumentException(
                    "a renewed account must be at the version that follows the expected one");
        }
    }

    /** Decides on {@link TokenStore#markNeedsReconnect}. */
    public static Function<UserSnapshot, Decision<Boolean>> markNeedsReconnect(RefreshState from, Account ended) {
        return snapshot -> snapshot.account()
                .filter(former -> former.is(ended.version(), from))
                .map(former -> Decision.taken(AuditOutcome.NEEDS_RECONNECT, Changes.of(ending(ended, former))))
                .orElseGet(Decision::notTaken);
    }

    /** Decides on {@link TokenStore#unlink}. */
    public static Function<UserSnapshot, Decision<Boolean>> unlink(
            AccountMetadata expected, Optional<PendingRevocation> revocation) {
        return snapshot -> snapshot.account()
                .filter(former -> former.is(expected.version(), expected.refresh()))
                .map(former -> Decision.taken(
                        AuditOutcome.UNLINKED,
                        Changes.of(new AccountChange.Remove(expected.key()))
                                .with(RevocationChanges.adding(revocation))))
                .orElseGet(Decision::notTaken);
    }

    /** Credentials that are kept may have been re-sealed since {@code ended} was read. */
    private static AccountChange ending(Account ended, LinkedAccount former) {
        Account kept = keepingHistory(ended, former);
        return kept.credentials().isErased()
                ? new AccountChange.Replace(kept)
                : new AccountChange.ReplaceMetadata(kept.metadata());
    }

    /** Returns {@code account} with the time at which {@code former} was linked, and the later times of use and view. */
    private static Account keepingHistory(Account account, LinkedAccount former) {
        AccountMetadata metadata = account.metadata()
                .withLinkedAt(former.linkedAt())
                .withUses(account.metadata().uses().mergedWith(former.uses()));
        return new Account(metadata, account.credentials());
    }
}

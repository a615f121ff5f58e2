package io.omnibridge.adapters.store.write;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.refresh.RefreshMachine;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of writes of accounts. */
public final class AccountDecisions {

    private AccountDecisions() {}

    public static Function<UserSnapshot, Decision<LinkResult>> link(
            Account account, int quota, Optional<PendingRevocation> owed) {
        return snapshot -> snapshot.account()
                .map(former -> replace(account, former, owed))
                .orElseGet(() -> snapshot.accounts() < quota ? add(account) : refuse(new LinkResult.QuotaExceeded()));
    }

    /**
     * A renewal, of the version that was expected only.
     *
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    public static Function<UserSnapshot, Decision<Boolean>> renew(AccountVersion expected, Account renewed) {
        requireNext(expected, renewed);
        return snapshot -> snapshot.account()
                .filter(former -> former.version().equals(expected) && RefreshMachine.takesAnswer(former.refresh()))
                .map(former ->
                        Decision.taken(AuditOutcome.RENEWED, Changes.of(new Change.Replace(renewed(renewed, former)))))
                .orElseGet(Decision::notTaken);
    }

    /**
     * Refuses a renewal to any version but the next.
     *
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    private static void requireNext(AccountVersion expected, Account renewed) {
        if (!renewed.version().equals(expected.next())) {
            throw new IllegalArgumentException(
                    "a renewed account must be at the version that follows the expected one");
        }
    }

    public static Function<UserSnapshot, Decision<Boolean>> end(RefreshState from, Account ended) {
        return snapshot -> snapshot.account()
                .filter(former -> former.is(ended.version(), from))
                .map(former -> Decision.taken(AuditOutcome.NEEDS_RECONNECT, Changes.of(ending(ended, former))))
                .orElseGet(Decision::notTaken);
    }

    public static Function<UserSnapshot, Decision<Boolean>> unlink(
            AccountMetadata expected, Optional<PendingRevocation> owed) {
        return snapshot -> snapshot.account()
                .filter(former -> former.is(expected.version(), expected.refresh()))
                .map(former -> Decision.taken(
                        AuditOutcome.UNLINKED,
                        Changes.of(new Change.Remove(expected.key())).with(RevocationChanges.adding(owed))))
                .orElseGet(Decision::notTaken);
    }

    /** What remains to be given back of an account that was at {@code former} and is linked anew. */
    public static Optional<PendingRevocation> owedAfterLink(Optional<PendingRevocation> owed, AccountVersion former) {
        return owed.filter(pendingRevocation ->
                pendingRevocation.version().equals(former) && pendingRevocation.scope() != RevocationScope.GRANT);
    }

    private static Decision<LinkResult> add(Account account) {
        return Decision.linked(
                new LinkResult.Linked(account.metadata()),
                Changes.of(new Change.Add(account)).with(RevocationChanges.linking(account.key(), Optional.empty())));
    }

    private static Decision<LinkResult> replace(
            Account account, UserSnapshot.Linked former, Optional<PendingRevocation> owed) {
        if (former.linkedBy() == LinkedBy.CONNECT && account.metadata().linkedBy() == LinkedBy.TOKEN) {
            return refuse(new LinkResult.AccountConnected());
        }
        Account replacement = account.linkedSince(former.linkedAt());
        RevocationChanges owing = RevocationChanges.linking(account.key(), owedAfterLink(owed, former.version()));
        return Decision.linked(
                new LinkResult.Replaced(replacement.metadata()),
                Changes.of(new Change.Replace(replacement)).with(owing));
    }

    private static Decision<LinkResult> refuse(LinkResult refusal) {
        return Decision.linked(refusal, Changes.NONE);
    }

    /** Credentials that are kept may have been sealed anew since {@code ended} was read. */
    private static Change ending(Account ended, UserSnapshot.Linked former) {
        Account kept = renewed(ended, former);
        return kept.credentials().isErased() ? new Change.Replace(kept) : new Change.Show(kept.metadata());
    }

    private static Account renewed(Account renewed, UserSnapshot.Linked former) {
        Instant usedAt = renewed.metadata().usedAt();
        AccountMetadata metadata = renewed.metadata()
                .linkedSince(former.linkedAt())
                .usedAt(usedAt.isBefore(former.usedAt()) ? former.usedAt() : usedAt);
        return new Account(metadata, renewed.credentials());
    }
}

package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Decisions on writes of connect attempts, as {@link ConnectAttempts} describes them. */
public final class AttemptDecisions {

    /** How many attempts a user may begin in an hour: each is kept for that long, and must not fill the store. */
    private static final int MAX_RECENT = 1_000;

    private AttemptDecisions() {}

    /** Decides on {@link ConnectAttempts#begin}. */
    public static Function<UserSnapshot, Decision<Boolean>> begin(ConnectAttempt attempt, int maxOpen) {
        return snapshot -> hasRoom(snapshot, maxOpen)
                ? Decision.taken(AuditOutcome.BEGUN, Changes.of(new AttemptChange.Begin(attempt)))
                : Decision.refused(AuditOutcome.TOO_MANY_ATTEMPTS);
    }

    /** Decides on {@link ConnectAttempts#mayBegin}. */
    public static Function<UserSnapshot, Decision<Boolean>> mayBegin(int maxOpen) {
        return snapshot ->
                hasRoom(snapshot, maxOpen) ? Decision.notTaken(true) : Decision.refused(AuditOutcome.TOO_MANY_ATTEMPTS);
    }

    private static boolean hasRoom(UserSnapshot snapshot, int maxOpen) {
        return snapshot.openAttempts() < maxOpen && snapshot.recentAttempts() < MAX_RECENT;
    }

    /** Decides on {@link ConnectAttempts#proceed}. */
    public static Function<UserSnapshot, Decision<Boolean>> proceed(ConnectAttempt next, AuditOutcome outcome) {
        return snapshot -> snapshot.attemptRevision().equals(OptionalLong.of(next.revision() - 1))
                ? Decision.taken(outcome, Changes.of(new AttemptChange.Proceed(next)))
                : Decision.notTaken();
    }

    /** Decides on {@link ConnectAttempts#complete}. */
    public static Function<UserSnapshot, Decision<Optional<LinkResult>>> complete(
            ConnectAttempt exchanging,
            Account account,
            Optional<AccountMetadata> expected,
            int quota,
            Optional<PendingRevocation> revocation) {
        Function<UserSnapshot, Decision<LinkResult>> link = LinkDecisions.link(account, quota, revocation);
        return snapshot -> snapshot.attemptRevision().equals(OptionalLong.of(exchanging.revision()))
                        && isAsExpected(expected, snapshot)
                ? complete(exchanging, account, link.apply(snapshot))
                : Decision.notTaken(Optional.empty());
    }

    private static boolean isAsExpected(Optional<AccountMetadata> expected, UserSnapshot snapshot) {
        return expected.isEmpty()
                || snapshot.account()
                        .filter(account -> account.is(
                                expected.get().version(), expected.get().refresh()))
                        .isPresent();
    }

    private static Decision<Optional<LinkResult>> complete(
            ConnectAttempt exchanging, Account account, Decision<LinkResult> linked) {
        ConnectAttempt next = completed(exchanging, account, linked.result());
        return new Decision<>(
                Optional.of(linked.result()),
                Optional.of(linked.result().outcome()),
                Optional.empty(),
                linked.changes().with(new AttemptChange.Proceed(next)));
    }

    private static ConnectAttempt completed(ConnectAttempt exchanging, Account account, LinkResult result) {
        if (result instanceof LinkResult.Linked || result instanceof LinkResult.Replaced) {
            return exchanging.nextRevision(
                    new AttemptState.Completed(account.key().providerAccountId(), result instanceof LinkResult.Linked),
                    Optional.empty());
        }
        return exchanging.failed(AttemptFailure.QUOTA_EXCEEDED);
    }
}

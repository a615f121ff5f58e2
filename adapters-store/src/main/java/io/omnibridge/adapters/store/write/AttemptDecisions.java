package io.omnibridge.adapters.store.write;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What becomes of writes of attempts. */
public final class AttemptDecisions {

    /** For how long an attempt is kept at least. */
    public static final Duration KEPT = Duration.ofHours(1);

    /** How many attempts of a user are kept at once: what a user may do must fill no store. */
    private static final int MAX_RECENT = 1_000;

    private AttemptDecisions() {}

    public static Function<UserSnapshot, Decision<Boolean>> begin(ConnectAttempt attempt, int maxPending) {
        return snapshot -> snapshot.pending() < maxPending && snapshot.recent() < MAX_RECENT
                ? Decision.taken(AuditOutcome.BEGUN, Changes.of(new AttemptChange.Begin(attempt)))
                : Decision.refused(AuditOutcome.TOO_MANY_ATTEMPTS);
    }

    public static Function<UserSnapshot, Decision<Boolean>> proceed(ConnectAttempt next, AuditOutcome outcome) {
        return snapshot -> snapshot.attempt().equals(OptionalLong.of(next.revision() - 1))
                ? Decision.taken(outcome, Changes.of(new AttemptChange.Proceed(next)))
                : Decision.notTaken();
    }

    public static Function<UserSnapshot, Decision<Optional<LinkResult>>> complete(
            ConnectAttempt exchanging, Account account, int quota, Optional<PendingRevocation> owed) {
        Function<UserSnapshot, Decision<LinkResult>> link = AccountDecisions.link(account, quota, owed);
        return snapshot -> snapshot.attempt().equals(OptionalLong.of(exchanging.revision()))
                ? complete(exchanging, account, link.apply(snapshot))
                : new Decision<>(Optional.empty(), Optional.empty(), Changes.NONE);
    }

    /** What the attempt becomes once its account was linked, or refused. */
    public static ConnectAttempt completed(ConnectAttempt exchanging, Account account, LinkResult result) {
        if (result instanceof LinkResult.Linked || result instanceof LinkResult.Replaced) {
            return exchanging.proceedTo(
                    new AttemptState.Completed(account.key().providerAccountId(), result instanceof LinkResult.Linked),
                    Optional.empty());
        }
        return exchanging.failed(AttemptFailure.QUOTA_EXCEEDED);
    }

    private static Decision<Optional<LinkResult>> complete(
            ConnectAttempt exchanging, Account account, Decision<LinkResult> linked) {
        ConnectAttempt next = completed(exchanging, account, linked.answer());
        return new Decision<>(
                Optional.of(linked.answer()), linked.outcome(), linked.changes().with(new AttemptChange.Proceed(next)));
    }
}

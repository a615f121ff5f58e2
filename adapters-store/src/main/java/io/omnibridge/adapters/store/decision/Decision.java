package io.omnibridge.adapters.store.decision;

import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditOutcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of a write.
 *
 * @param outcome what is recorded; empty when the write does not take place, which leaves no trace
 */
public record Decision<T>(T answer, Optional<AuditOutcome> outcome, Change change) {

    public static Function<Holding, Decision<LinkResult>> link(Account account, int quota) {
        return holding -> holding.account()
                .map(former -> replace(account, former))
                .orElseGet(() -> holding.accounts() < quota ? add(account) : refuse(new LinkResult.QuotaExceeded()));
    }

    /**
     * A renewal, of the version that was expected only.
     *
     * @throws IllegalArgumentException if {@code renewed} has another version than {@code expected.next()}
     */
    public static Function<Holding, Decision<Boolean>> renew(AccountVersion expected, Account renewed) {
        if (!renewed.version().equals(expected.next())) {
            throw new IllegalArgumentException(
                    "a renewed account must be at the version that follows the expected one");
        }
        return holding -> holding.account()
                .filter(former -> former.version().equals(expected))
                .map(former -> taken(AuditOutcome.RENEWED, new Change.Replace(renewed.linkedSince(former.linkedAt()))))
                .orElseGet(Decision::notTaken);
    }

    public static Function<Holding, Decision<Boolean>> unlink(AccountKey key, AccountVersion expected) {
        return holding -> holding.hasAt(expected) ? taken(AuditOutcome.UNLINKED, new Change.Remove(key)) : notTaken();
    }

    /** Records, and does nothing else. */
    public static Function<Holding, Decision<Boolean>> record(AuditOutcome outcome) {
        return holding -> taken(outcome, new Change.None());
    }

    private static Decision<LinkResult> add(Account account) {
        return linked(new LinkResult.Linked(account.metadata()), new Change.Add(account));
    }

    private static Decision<LinkResult> replace(Account account, Holding.Linked former) {
        if (former.linkedBy() == LinkedBy.CONNECT && account.metadata().linkedBy() == LinkedBy.TOKEN) {
            return refuse(new LinkResult.AccountConnected());
        }
        Account replacement = account.linkedSince(former.linkedAt());
        return linked(new LinkResult.Replaced(replacement.metadata()), new Change.Replace(replacement));
    }

    private static Decision<LinkResult> refuse(LinkResult refusal) {
        return linked(refusal, new Change.None());
    }

    private static Decision<LinkResult> linked(LinkResult result, Change change) {
        return new Decision<>(result, Optional.of(result.outcome()), change);
    }

    private static Decision<Boolean> taken(AuditOutcome outcome, Change change) {
        return new Decision<>(true, Optional.of(outcome), change);
    }

    private static Decision<Boolean> notTaken() {
        return new Decision<>(false, Optional.empty(), new Change.None());
    }
}

package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.obligation;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.Proof;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a test of attempts and of obligations provides, and short forms of what the tests do with them. */
public interface VaultContract extends SweepContract {

    /** The attempts to connect accounts of {@link #store()}. */
    ConnectAttempts attempts();

    /** The obligations to give back grants of accounts of {@link #store()}. */
    Obligations obligations();

    /** Every obligation that a whole sweep meets, each once, by id. */
    default List<Obligation> sweptObligations(int limit) {
        return SweepContract.sweep(sweep()::obligations, limit).stream()
                .distinct()
                .sorted(Comparator.comparing(obligation -> obligation.id().value()))
                .toList();
    }

    /** An attempt that has begun. */
    default ConnectAttempt begun(UserId owner) {
        ConnectAttempt attempt = attempt(owner, NOW);
        assertTrue(begin(attempt, QUOTA));
        return attempt;
    }

    /** An attempt whose code is being exchanged. */
    default ConnectAttempt exchangingOf(UserId owner) {
        ConnectAttempt returned = returned(begun(owner));
        assertTrue(proceed(returned));
        assertTrue(proceed(exchanging(returned)));
        return exchanging(returned);
    }

    default ConnectAttempt returned(ConnectAttempt attempt) {
        return attempt.proceedTo(new AttemptState.Returned(Proof.of("ticket"), LATER, 0), attempt.secrets());
    }

    default ConnectAttempt exchanging(ConnectAttempt returned) {
        return returned.proceedTo(new AttemptState.Exchanging(LATER), Optional.empty());
    }

    default boolean begin(ConnectAttempt attempt, int mostPending) {
        return attempts().begin(attempt, mostPending, connecting(attempt));
    }

    default boolean proceed(ConnectAttempt next) {
        return attempts().proceed(next, connecting(next).concluded(AuditOutcome.RETURNED));
    }

    default Optional<LinkResult> complete(
            ConnectAttempt exchanging, Account account, int quota, Optional<Obligation> owed) {
        return attempts().complete(exchanging, account, quota, owed, connecting(exchanging));
    }

    private static AuditedAction connecting(ConnectAttempt attempt) {
        return AuditedAction.of(AuditedAction.Kind.CONNECT, caller(attempt.owner()), Samples.REQUEST, NOW);
    }

    default boolean add(Obligation owed) {
        return obligations().add(owed, action(AuditedAction.Kind.REVOKE, owed.account()));
    }

    default boolean settle(Obligation owed) {
        return obligations()
                .settle(owed, action(AuditedAction.Kind.REVOKE, owed.account()).concluded(AuditOutcome.REVOKED));
    }

    default boolean unlink(Account account, Optional<Obligation> owed) {
        return store().unlink(account.metadata(), owed, action(AuditedAction.Kind.UNLINK, account.key()));
    }
}

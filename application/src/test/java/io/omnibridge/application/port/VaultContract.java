package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a test of attempts and of obligations provides, and short forms of what the tests do with them. */
public interface VaultContract extends ScanContract {

    /** The attempts to connect accounts of {@link #store()}. */
    ConnectAttempts attempts();

    /** The obligations to give back grants of accounts of {@link #store()}. */
    PendingRevocations pendingRevocations();

    /** Every obligation that a whole sweep meets, each once, by id. */
    default List<PendingRevocation> scannedRevocations(int limit) {
        return ScanContract.scan(scan()::pendingRevocations, limit).stream()
                .distinct()
                .sorted(Comparator.comparing(
                        pendingRevocation -> pendingRevocation.id().value()))
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
        return attempt.nextRevision(new AttemptState.Returned(HashedValue.of("ticket"), LATER, 0), attempt.secrets());
    }

    default ConnectAttempt exchanging(ConnectAttempt returned) {
        return returned.nextRevision(new AttemptState.Exchanging(LATER), Optional.empty());
    }

    default boolean begin(ConnectAttempt attempt, int maxPending) {
        return attempts().begin(attempt, maxPending, connecting(attempt));
    }

    default boolean proceed(ConnectAttempt next) {
        return attempts().proceed(next, connecting(next).withOutcome(AuditOutcome.RETURNED));
    }

    default Optional<LinkResult> complete(
            ConnectAttempt exchanging, Account account, int quota, Optional<PendingRevocation> owed) {
        return attempts().complete(exchanging, account, quota, owed, connecting(exchanging));
    }

    private static AuditedAction connecting(ConnectAttempt attempt) {
        return AuditedAction.of(AuditedAction.Kind.CONNECT, caller(attempt.owner()), Samples.REQUEST, NOW);
    }

    default boolean add(PendingRevocation owed) {
        return pendingRevocations().add(owed, action(AuditedAction.Kind.REVOKE, owed.account()));
    }

    default boolean complete(PendingRevocation owed) {
        return pendingRevocations()
                .complete(
                        owed, action(AuditedAction.Kind.REVOKE, owed.account()).withOutcome(AuditOutcome.REVOKED));
    }

    default boolean unlink(Account account, Optional<PendingRevocation> owed) {
        return store().unlink(account.metadata(), owed, action(AuditedAction.Kind.UNLINK, account.key()));
    }
}

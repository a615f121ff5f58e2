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
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.ActionKind;
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

/** What a test of attempts and pending revocations provides, and shortcuts for its tests. */
public interface VaultContract extends ScanContract {

    /** Returns the connect attempts of the same store. */
    ConnectAttempts attempts();

    /** Returns the pending revocations of the same store. */
    PendingRevocations pendingRevocations();

    /** Returns every pending revocation of a whole scan, once each, ordered by id. */
    default List<PendingRevocation> scannedRevocations(int limit) {
        return ScanContract.scan(scan()::pendingRevocations, limit).stream()
                .distinct()
                .sorted(Comparator.comparing(
                        pendingRevocation -> pendingRevocation.id().value()))
                .toList();
    }

    /** Begins an attempt. */
    default ConnectAttempt begun(UserId owner) {
        ConnectAttempt attempt = attempt(owner, NOW);
        assertTrue(begin(attempt, QUOTA));
        return attempt;
    }

    /** Begins an attempt and leads it to the exchange of its code. */
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
            ConnectAttempt exchanging, Account account, int quota, Optional<PendingRevocation> revocation) {
        return attempts().complete(exchanging, account, Optional.empty(), quota, revocation, connecting(exchanging));
    }

    default Optional<LinkResult> completeIf(AccountMetadata expected, ConnectAttempt exchanging, Account account) {
        return attempts()
                .complete(
                        exchanging,
                        account,
                        Optional.of(expected),
                        Samples.QUOTA,
                        Optional.empty(),
                        connecting(exchanging));
    }

    private static AuditedAction connecting(ConnectAttempt attempt) {
        return AuditedAction.of(ActionKind.CONNECT, caller(attempt.owner()), Samples.REQUEST, NOW);
    }

    default boolean add(PendingRevocation revocation) {
        return pendingRevocations().add(revocation, action(ActionKind.REVOKE, revocation.account()));
    }

    default boolean complete(PendingRevocation revocation) {
        return pendingRevocations()
                .complete(
                        revocation,
                        action(ActionKind.REVOKE, revocation.account()).withOutcome(AuditOutcome.REVOKED));
    }

    default boolean unlink(Account account, Optional<PendingRevocation> revocation) {
        return store().unlink(account.metadata(), revocation, action(ActionKind.UNLINK, account.key()));
    }
}

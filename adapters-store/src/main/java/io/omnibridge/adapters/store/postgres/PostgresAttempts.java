package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.write.AttemptDecisions;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;

/** The attempts of a {@link PostgresStore}: old ones, whosesoever, go when new ones come. Thread-safe. */
final class PostgresAttempts implements ConnectAttempts {

    private final Database database;
    private final UserWrites writes;

    PostgresAttempts(Database database, UserWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public boolean begin(ConnectAttempt attempt, int maxPending, AuditedAction action) {
        Database.Work<List<String>> removing = new RetryOnConflict<>(
                connection -> Optional.of(removingOld(attempt).over(connection)));
        Database.Work<Boolean> beginning = writes.work(
                action,
                SnapshotScope.of(attempt.owner()).pendingAt(attempt.begunAt()),
                AttemptDecisions.begin(attempt, maxPending));
        return database.call(connection -> {
            removing.over(connection);
            return beginning.over(connection);
        });
    }

    @Override
    public Optional<ConnectAttempt> find(UserId owner, AttemptId id) {
        return database.call(AttemptQueries.find(owner, id)).stream().findFirst();
    }

    @Override
    public Optional<ConnectAttempt> findByState(HashedValue oauthState) {
        return database.call(AttemptQueries.findByState(oauthState)).stream().findFirst();
    }

    @Override
    public boolean proceed(ConnectAttempt next, AuditEvent event) {
        return writes.write(
                event.action(),
                SnapshotScope.of(next.owner()).with(next.id()),
                AttemptDecisions.proceed(next, event.outcome()));
    }

    @Override
    public Optional<LinkResult> complete(
            ConnectAttempt exchanging,
            Account account,
            int quota,
            Optional<PendingRevocation> owed,
            AuditedAction action) {
        return writes.write(
                action,
                SnapshotScope.of(account.key()).with(exchanging.id()),
                AttemptDecisions.complete(exchanging, account, quota, owed));
    }

    private static Query<String> removingOld(ConnectAttempt begun) {
        return AttemptQueries.removeOld(begun.begunAt().minus(AttemptChange.RETENTION));
    }
}

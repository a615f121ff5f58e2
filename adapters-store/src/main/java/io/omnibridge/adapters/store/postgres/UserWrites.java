package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.write.Decision;
import io.omnibridge.adapters.store.spi.SnapshotScope;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes of one user each. A write reads what its user has, decides on it, and lets one statement change and record
 * everything where the user's record still ends where it was read to end, and nothing was changed beside the record;
 * otherwise another write came first, and this one begins again. So every write was decided on what was there when it took place. Thread-safe.
 */
final class UserWrites {

    private final Database database;
    private final AuditChain chain;

    UserWrites(Database database, AuditChain chain) {
        this.database = database;
        this.chain = chain;
    }

    /** Each lost race means that another write took place; how often this one tries again is bounded by its deadline. */
    <T> T write(AuditedAction action, SnapshotScope subject, Function<UserSnapshot, Decision<T>> decide) {
        return database.call(work(action, subject, decide));
    }

    /** As {@link #write}, as a part of a call. */
    <T> Database.Work<T> work(AuditedAction action, SnapshotScope subject, Function<UserSnapshot, Decision<T>> decide) {
        return new RetryOnConflict<>(connection -> {
            UserSnapshot snapshot = SnapshotQuery.of(subject).over(connection);
            Decision<T> decision = decide.apply(snapshot);
            boolean settled = decision.outcome().isEmpty() || takesPlace(connection, action, snapshot, decision);
            return settled ? Optional.of(decision.result()) : Optional.empty();
        });
    }

    private <T> boolean takesPlace(
            Connection connection, AuditedAction action, UserSnapshot snapshot, Decision<T> decision)
            throws SQLException {
        AuditOutcome outcome = decision.outcome().orElseThrow();
        AuditEvent event = action.withOutcome(outcome);
        return new WriteStatement(snapshot, decision.changes(), event, chain.append(snapshot.head(), event))
                .over(connection);
    }
}

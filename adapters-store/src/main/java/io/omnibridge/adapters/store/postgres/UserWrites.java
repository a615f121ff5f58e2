package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.decision.Subject;
import io.omnibridge.adapters.store.record.RecordChain;
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
    private final RecordChain chain;

    UserWrites(Database database, RecordChain chain) {
        this.database = database;
        this.chain = chain;
    }

    /** Each lost race means that another write took place; how often this one tries again is bounded by its deadline. */
    <T> T write(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        return database.call(work(action, subject, decide));
    }

    /** As {@link #write}, as a part of a call. */
    <T> Database.Work<T> work(AuditedAction action, Subject subject, Function<Holding, Decision<T>> decide) {
        return new Attempts<>(connection -> {
            Holding holding = HoldingQuery.of(subject).over(connection);
            Decision<T> decision = decide.apply(holding);
            boolean settled = decision.outcome().isEmpty() || takesPlace(connection, action, holding, decision);
            return settled ? Optional.of(decision.answer()) : Optional.empty();
        });
    }

    private <T> boolean takesPlace(Connection connection, AuditedAction action, Holding holding, Decision<T> decision)
            throws SQLException {
        AuditOutcome outcome = decision.outcome().orElseThrow();
        AuditEvent event = action.concluded(outcome);
        return new WriteStatement(holding, decision.changes(), event, chain.append(holding.head(), event))
                .over(connection);
    }
}

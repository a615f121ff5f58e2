package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.Decision;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.record.RecordChain;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes of one user each. A write reads what its user has, decides on it, and lets one statement change and record
 * everything where the user's record still ends where it was read to end; otherwise another write came first, and this one
 * begins again. So every write was decided on what was there when it took place. Thread-safe.
 */
final class UserWrites {

    /** Another transaction was in the way and nothing took place: serialization failure, deadlock. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01");

    private final Database database;
    private final RecordChain chain;

    UserWrites(Database database, RecordChain chain) {
        this.database = database;
        this.chain = chain;
    }

    /** Each lost race means that another write took place; how often this one tries again is bounded by its deadline. */
    <T> T write(AuditedAction action, Function<Holding, Decision<T>> decide) {
        return database.call(connection -> {
            while (true) {
                Holding holding = HoldingQuery.of(action).over(connection);
                Decision<T> decision = decide.apply(holding);
                if (decision.outcome().isEmpty() || takesPlace(connection, action, holding, decision)) {
                    return decision.answer();
                }
            }
        });
    }

    private <T> boolean takesPlace(Connection connection, AuditedAction action, Holding holding, Decision<T> decision)
            throws SQLException {
        AuditOutcome outcome = decision.outcome().orElseThrow();
        AuditEvent event = action.concluded(outcome);
        try {
            return new WriteStatement(holding, decision.change(), event, chain.append(holding.head(), event))
                    .over(connection);
        } catch (SQLException e) {
            if (LOST_RACES.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}

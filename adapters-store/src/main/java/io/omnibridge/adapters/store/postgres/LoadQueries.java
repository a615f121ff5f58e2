package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Statements that add rows which another store had, unchanged. Each chunk is one statement, so all of it or nothing. */
final class LoadQueries {

    private static final String START = """
            INSERT INTO users (user_id, account_count, chain_head_position, chain_head_mac)
            VALUES (?, ?, ?, ?)
            RETURNING user_id
            """;

    static final String INSERT = "INSERT INTO %s (user_id, %s) VALUES ";
    private static final String ACCOUNTS = INSERT.formatted("accounts", Columns.OF_ACCOUNT);
    private static final String ACCOUNT =
            "(?, ?, ?, ?, ?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, CAST(? AS bigint), ?, CAST(? AS timestamptz),"
                    + " ?, ?, ?)";
    private static final String REVOCATIONS = INSERT.formatted("pending_revocations", Columns.OF_REVOCATION);
    private static final String REVOCATION = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EVENTS = INSERT.formatted("audit_events", Columns.OF_EVENT);
    private static final String EVENT = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RETURNING = " RETURNING user_id";

    private LoadQueries() {}

    /** Fills in the parameters of one row, but for the user. */
    @FunctionalInterface
    interface Filling<T> {
        void into(Parameters parameters, T item) throws SQLException;
    }

    static DatabaseWork<Boolean> of(UserChunk chunk) {
        if (chunk instanceof UserChunk.Start start) {
            return Query.change(
                    START,
                    parameters -> parameters
                            .text(start.user().value())
                            .number(start.accountCount())
                            .number(start.head().count())
                            .bytes(start.head().mac().toBytes()));
        }
        if (chunk instanceof UserChunk.Accounts page) {
            return rows(ACCOUNTS, ACCOUNT, page.user(), page.accounts(), Columns::fillIn);
        }
        if (chunk instanceof UserChunk.PendingRevocations page) {
            return rows(REVOCATIONS, REVOCATION, page.user(), page.pendingRevocations(), Columns::fillIn);
        }
        return chunk instanceof UserChunk.Events page
                ? rows(EVENTS, EVENT, page.user(), page.oldestFirst(), Columns::fillIn)
                : LoadUseQueries.of(chunk);
    }

    static <T> DatabaseWork<Boolean> rows(String insert, String row, UserId user, List<T> items, Filling<T> filling) {
        return Query.change(
                insert + String.join(", ", Collections.nCopies(items.size(), row)) + RETURNING, parameters -> {
                    for (T item : items) {
                        filling.into(parameters.text(user.value()), item);
                    }
                });
    }
}

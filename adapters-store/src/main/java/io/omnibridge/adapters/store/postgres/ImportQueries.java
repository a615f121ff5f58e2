package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** How rows are put back as they were. Each page is one statement, so all of it or nothing. */
final class ImportQueries {

    private static final String BEGIN = """
            INSERT INTO users (user_id, account_count, record_count, record_mac)
            VALUES (?, ?, ?, ?)
            RETURNING user_id
            """;

    private static final String ACCOUNTS = "INSERT INTO accounts (user_id, " + Columns.OF_ACCOUNT + ") VALUES ";
    private static final String ACCOUNT = "(?, ?, ?, ?, ?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, ?, ?)";
    private static final String PENDING_REVOCATIONS =
            "INSERT INTO obligations (user_id, " + Columns.OF_OBLIGATION + ") VALUES ";
    private static final String OBLIGATION = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EVENTS = "INSERT INTO audit_events (user_id, " + Columns.OF_EVENT + ") VALUES ";
    private static final String EVENT = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RETURNING = " RETURNING user_id";

    private ImportQueries() {}

    /** Fills in the parameters of one row, but for the user. */
    @FunctionalInterface
    private interface Filling<T> {
        void into(Parameters parameters, T item) throws SQLException;
    }

    static Query<String> begin(UserId user, StoredChainHead head, long accounts) {
        return new Query<>(
                BEGIN,
                parameters -> parameters
                        .text(user.value())
                        .number(accounts)
                        .number(head.count())
                        .bytes(head.mac().toBytes()),
                row -> row.text("user_id"));
    }

    static Query<String> accounts(UserId user, List<Account> accounts) {
        return rows(ACCOUNTS, ACCOUNT, user, accounts, Columns::fillIn);
    }

    static Query<String> pendingRevocations(UserId user, List<PendingRevocation> pendingRevocations) {
        return rows(PENDING_REVOCATIONS, OBLIGATION, user, pendingRevocations, Columns::fillIn);
    }

    static Query<String> events(UserId user, List<ChainedEvent> events) {
        return rows(EVENTS, EVENT, user, events, Columns::fillIn);
    }

    private static <T> Query<String> rows(String into, String row, UserId user, List<T> items, Filling<T> filling) {
        return new Query<>(
                into + String.join(", ", Collections.nCopies(items.size(), row)) + RETURNING,
                parameters -> {
                    for (T item : items) {
                        filling.into(parameters.text(user.value()), item);
                    }
                },
                result -> result.text("user_id"));
    }
}

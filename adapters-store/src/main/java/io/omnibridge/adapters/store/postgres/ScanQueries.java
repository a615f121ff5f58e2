package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.List;

/** Statements that scan all users in the order of the primary key, so that each page is as fast as any other. */
final class ScanQueries {

    private static final String ACCOUNTS = """
            SELECT user_id, %s, sealed
              FROM accounts
             WHERE (user_id, provider, provider_account_id) > (?, ?, ?)
             ORDER BY user_id, provider, provider_account_id
             LIMIT ?
            """.formatted(AccountQueries.METADATA);

    /** A user may have uses alone: a use that was under way when the user was erased. */
    private static final String USERS = """
            (SELECT user_id FROM users WHERE user_id > ? ORDER BY user_id LIMIT ?)
             UNION
            (SELECT user_id FROM use_logs WHERE user_id > ? ORDER BY user_id LIMIT ?)
             ORDER BY user_id
             LIMIT ?
            """;

    private ScanQueries() {}

    static Query<ScanItem<Account>> accounts(DecodedCursor after, int limit) {
        return new Query<>(
                ACCOUNTS,
                parameters -> parameters
                        .text(after.part(0))
                        .text(after.part(1))
                        .text(after.part(2))
                        .number(limit),
                row -> new ScanItem<>(accountCursor(row), row.readable(ScanQueries::account)));
    }

    static Query<ScanItem<UserId>> users(DecodedCursor after, int limit) {
        return new Query<>(
                USERS,
                parameters -> parameters
                        .text(after.part(0))
                        .number(limit)
                        .text(after.part(0))
                        .number(limit)
                        .number(limit),
                row -> new ScanItem<>(userCursor(row), row.readable(ScanQueries::user)));
    }

    private static Account account(Row row) throws SQLException {
        return AccountQueries.account(user(row), row);
    }

    private static UserId user(Row row) throws SQLException {
        return new UserId(row.text("user_id"));
    }

    private static DecodedCursor accountCursor(Row row) throws SQLException {
        return new DecodedCursor(
                CursorKind.ACCOUNTS,
                List.of(row.text("user_id"), row.text("provider"), row.text("provider_account_id")));
    }

    private static DecodedCursor userCursor(Row row) throws SQLException {
        return new DecodedCursor(CursorKind.USERS, List.of(row.text("user_id")));
    }
}

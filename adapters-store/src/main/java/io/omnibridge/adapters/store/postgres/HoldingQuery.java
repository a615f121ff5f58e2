package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.SQLException;
import java.util.Optional;

/** How what a write is decided on is read: at one moment. */
final class HoldingQuery {

    private static final Holding NOTHING = new Holding(0, RecordHead.NONE, Optional.empty());

    private static final String READ = """
            SELECT account_count, record_count, record_mac, link_id, generation, linked_by, linked_at
              FROM users
              LEFT JOIN accounts
                ON accounts.user_id = users.user_id AND provider = ? AND provider_account_id = ?
             WHERE users.user_id = ?
            """;

    private HoldingQuery() {}

    /** Reads what concerns {@code action}. */
    static Database.Work<Holding> of(AuditedAction action) {
        Query<Holding> query = new Query<>(
                READ,
                parameters -> parameters
                        .text(action.account().map(key -> key.provider().value()))
                        .text(action.account().map(HoldingQuery::providerAccountId))
                        .text(action.user().value()),
                HoldingQuery::holding);
        return connection -> query.over(connection).stream().findFirst().orElse(NOTHING);
    }

    private static String providerAccountId(AccountKey key) {
        return key.providerAccountId().value();
    }

    private static Holding holding(Row row) throws SQLException {
        return new Holding(row.number("account_count"), RecordQueries.head(row), linked(row));
    }

    private static Optional<Holding.Linked> linked(Row row) throws SQLException {
        Optional<String> linkId = row.optionalText("link_id");
        if (linkId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Holding.Linked(
                new AccountVersion(new LinkId(linkId.get()), row.number("generation")),
                LinkedBy.valueOf(row.text("linked_by")),
                row.time("linked_at")));
    }
}

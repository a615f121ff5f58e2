package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a write is decided on: what its user had at one moment, and the account that it is about.
 *
 * @param accounts how many the user has
 * @param account empty when the user has none of that key
 */
record Holding(long accounts, RecordHead head, Optional<Linked> account) {

    private static final Holding NOTHING = new Holding(0, RecordHead.NONE, Optional.empty());

    private static final String READ = """
            SELECT account_count, record_count, record_mac, link_id, generation, linked_by, linked_at
              FROM users
              LEFT JOIN accounts
                ON accounts.user_id = users.user_id AND provider = ? AND provider_account_id = ?
             WHERE users.user_id = ?
            """;

    /** An account as far as a write needs to know it. */
    record Linked(AccountVersion version, LinkedBy linkedBy, Instant linkedAt) {}

    /** Reads what concerns {@code action}, at one moment. */
    static Database.Work<Holding> of(AuditedAction action) {
        Query<Holding> query = new Query<>(
                READ,
                parameters -> parameters
                        .text(action.account().map(key -> key.provider().value()))
                        .text(action.account().map(Holding::providerAccountId))
                        .text(action.user().value()),
                Holding::holding);
        return connection -> query.over(connection).stream().findFirst().orElse(NOTHING);
    }

    boolean hasAt(AccountVersion version) {
        return account.filter(linked -> linked.version().equals(version)).isPresent();
    }

    private static String providerAccountId(AccountKey key) {
        return key.providerAccountId().value();
    }

    private static Holding holding(Row row) throws SQLException {
        return new Holding(row.number("account_count"), RecordQueries.head(row), linked(row));
    }

    private static Optional<Linked> linked(Row row) throws SQLException {
        Optional<String> linkId = row.optionalText("link_id");
        if (linkId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Linked(
                new AccountVersion(new LinkId(linkId.get()), row.number("generation")),
                LinkedBy.valueOf(row.text("linked_by")),
                row.time("linked_at")));
    }
}

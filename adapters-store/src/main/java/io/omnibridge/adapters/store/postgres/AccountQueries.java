package io.omnibridge.adapters.store.postgres;

import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LastUses;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.OriginDigest;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.time.Instant;

/** Statements that read accounts of one user. */
final class AccountQueries {

    /** A time of use or view that says no more than the last update is left out: most rows have two times less to be read. */
    static final String METADATA = """
            provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh_state, nullif(used_at, updated_at) AS used_at, nullif(seen_at, updated_at) AS seen_at, token_origin,
                   data_used_at, label""";

    /** The time is truncated to the millisecond, as every time is stored. */
    private static final String FIND = """
            SELECT %s, sealed,
                   date_trunc('milliseconds', clock_timestamp()) AS store_time
              FROM accounts
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
            """.formatted(METADATA);

    private static final String FIND_METADATA = """
            SELECT %s
              FROM accounts
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
            """.formatted(METADATA);

    private AccountQueries() {}

    static Query<TimedAccount> find(AccountKey key) {
        return new Query<>(
                FIND,
                parameters -> fillIn(parameters, key),
                row -> new TimedAccount(account(key.owner(), row), row.time("store_time")));
    }

    static Query<AccountMetadata> findMetadata(AccountKey key) {
        return new Query<>(FIND_METADATA, parameters -> fillIn(parameters, key), row -> metadata(key.owner(), row));
    }

    private static void fillIn(Parameters parameters, AccountKey key) throws SQLException {
        parameters.text(key.owner().value());
        Columns.fillIn(parameters, key);
    }

    static Account account(UserId owner, Row row) throws SQLException {
        return new Account(metadata(owner, row), new SealedCredentials(row.bytes("sealed")));
    }

    static AccountMetadata metadata(UserId owner, Row row) throws SQLException {
        Instant updatedAt = row.time("updated_at");
        return new AccountMetadata(
                key(owner, row),
                version(row),
                Scopes.parse(row.text("scopes")),
                LinkedBy.valueOf(row.text("linked_by")),
                row.flag("refreshable"),
                row.optionalTime("expires_at"),
                row.time("linked_at"),
                updatedAt,
                row.refresh("refresh_state"),
                uses(row, updatedAt),
                row.optionalNumber("token_origin").map(OriginDigest::new),
                row.optionalText("label").map(AccountLabel::new));
    }

    /** @param otherwise what a time of use or view is that the row does not have */
    static LastUses uses(Row row, Instant otherwise) throws SQLException {
        return new LastUses(
                row.optionalTime("used_at").orElse(otherwise),
                row.optionalTime("seen_at").orElse(otherwise),
                row.optionalTime("data_used_at"));
    }

    static AccountKey key(UserId owner, Row row) throws SQLException {
        return new AccountKey(
                owner, new ProviderId(row.text("provider")), new ProviderAccountId(row.text("provider_account_id")));
    }

    static AccountVersion version(Row row) throws SQLException {
        return new AccountVersion(new LinkId(row.text("link_id")), row.number("generation"));
    }
}

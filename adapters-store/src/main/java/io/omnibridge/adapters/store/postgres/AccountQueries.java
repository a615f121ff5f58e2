package io.omnibridge.adapters.store.postgres;

import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.time.Instant;

/** How accounts are read. */
final class AccountQueries {

    private static final String FIND = """
            SELECT provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh, nullif(used_at, updated_at) AS used_at, sealed
              FROM accounts
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
            """;

    /** To the millisecond, as every time is kept. */
    private static final String HOLD = """
            SELECT provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh, nullif(used_at, updated_at) AS used_at, sealed,
                   date_trunc('milliseconds', clock_timestamp()) AS at
              FROM accounts
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
            """;

    private static final String FIND_METADATA = """
            SELECT provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh, nullif(used_at, updated_at) AS used_at
              FROM accounts
             WHERE user_id = ? AND provider = ? AND provider_account_id = ?
            """;

    private static final String LIST = """
            SELECT provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh, nullif(used_at, updated_at) AS used_at
              FROM accounts
             WHERE user_id = ?
             ORDER BY provider, provider_account_id
            """;

    private static final String LIST_PROVIDER = """
            SELECT provider, provider_account_id, link_id, generation,
                   scopes, linked_by, refreshable, expires_at, linked_at, updated_at,
                   refresh, nullif(used_at, updated_at) AS used_at
              FROM accounts
             WHERE user_id = ? AND provider = ?
             ORDER BY provider_account_id
            """;

    private AccountQueries() {}

    static Query<Account> find(AccountKey key) {
        return new Query<>(FIND, parameters -> fillIn(parameters, key), row -> account(key.owner(), row));
    }

    static Query<TimedAccount> findWithStoreTime(AccountKey key) {
        return new Query<>(
                HOLD,
                parameters -> fillIn(parameters, key),
                row -> new TimedAccount(account(key.owner(), row), row.time("at")));
    }

    static Query<AccountMetadata> findMetadata(AccountKey key) {
        return new Query<>(FIND_METADATA, parameters -> fillIn(parameters, key), row -> metadata(key.owner(), row));
    }

    static Query<AccountMetadata> list(UserId owner) {
        return new Query<>(LIST, parameters -> parameters.text(owner.value()), row -> metadata(owner, row));
    }

    static Query<AccountMetadata> list(UserId owner, ProviderId provider) {
        return new Query<>(
                LIST_PROVIDER,
                parameters -> parameters.text(owner.value()).text(provider.value()),
                row -> metadata(owner, row));
    }

    private static void fillIn(Parameters parameters, AccountKey key) throws SQLException {
        parameters
                .text(key.owner().value())
                .text(key.provider().value())
                .text(key.providerAccountId().value());
    }

    static Account account(UserId owner, Row row) throws SQLException {
        return new Account(metadata(owner, row), new SealedCredentials(row.bytes("sealed")));
    }

    /** An account that was not used since it changed names no time of its own: one less to be read in most rows. */
    private static AccountMetadata metadata(UserId owner, Row row) throws SQLException {
        Instant updatedAt = row.time("updated_at");
        return new AccountMetadata(
                new AccountKey(
                        owner,
                        new ProviderId(row.text("provider")),
                        new ProviderAccountId(row.text("provider_account_id"))),
                version(row),
                Scopes.parse(row.text("scopes")),
                LinkedBy.valueOf(row.text("linked_by")),
                row.flag("refreshable"),
                row.optionalTime("expires_at"),
                row.time("linked_at"),
                updatedAt,
                row.refresh("refresh"),
                row.optionalTime("used_at").orElse(updatedAt));
    }

    private static AccountVersion version(Row row) throws SQLException {
        return new AccountVersion(new LinkId(row.text("link_id")), row.number("generation"));
    }
}

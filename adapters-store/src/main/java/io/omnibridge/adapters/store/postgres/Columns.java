package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.record.RecordedEvent;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditedAction;
import java.sql.SQLException;

/** The columns of accounts and of events, but for the user, and what fills them in, in the same order. */
final class Columns {

    static final String OF_ACCOUNT = "link_id, generation, scopes, linked_by, refreshable, expires_at, linked_at,"
            + " updated_at, sealed, provider, provider_account_id";

    static final String OF_EVENT =
            "position, kind, outcome, occurred_at, client_id, provider, provider_account_id, request_id, mac";

    private Columns() {}

    static void fillIn(Parameters parameters, Account account) throws SQLException {
        AccountMetadata metadata = account.metadata();
        parameters
                .text(account.version().linkId().value())
                .number(account.version().generation())
                .text(String.join(" ", metadata.scopes().values()))
                .text(metadata.linkedBy().name())
                .flag(metadata.refreshable())
                .time(metadata.expiresAt())
                .time(metadata.linkedAt())
                .time(metadata.updatedAt())
                .bytes(account.credentials().toBytes());
        fillIn(parameters, account.key());
    }

    static void fillIn(Parameters parameters, AccountKey key) throws SQLException {
        parameters.text(key.provider().value()).text(key.providerAccountId().value());
    }

    static void fillIn(Parameters parameters, RecordedEvent recorded) throws SQLException {
        AuditedAction action = recorded.event().action();
        parameters
                .number(recorded.position())
                .text(action.kind().name())
                .text(recorded.event().outcome().name())
                .time(action.at())
                .text(action.client().map(client -> client.value()))
                .text(action.account().map(account -> account.provider().value()))
                .text(action.account()
                        .map(account -> account.providerAccountId().value()))
                .text(action.requestId().value())
                .bytes(recorded.mac().toBytes());
    }
}

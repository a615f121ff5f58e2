package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.sql.SQLException;

/** The columns of accounts, obligations and events, but for the user, and what fills them in, in the same order. */
final class Columns {

    static final String OF_ACCOUNT = "link_id, generation, scopes, linked_by, refreshable, expires_at, linked_at,"
            + " updated_at, refresh, used_at, sealed, provider, provider_account_id";

    static final String OF_OBLIGATION = "provider, provider_account_id, link_id, generation, scope, since, due_at,"
            + " failures, sealed, obligation_id";

    static final String OF_EVENT =
            "position, kind, outcome, occurred_at, client_id, provider, provider_account_id, request_id, mac";

    private Columns() {}

    static void fillIn(Parameters parameters, Account account) throws SQLException {
        fillIn(parameters, account.metadata());
        parameters.bytes(account.credentials().toBytes());
        fillIn(parameters, account.key());
    }

    /** All that is shown, but for the key. */
    static void fillIn(Parameters parameters, AccountMetadata account) throws SQLException {
        parameters
                .text(account.version().linkId().value())
                .number(account.version().generation())
                .text(String.join(" ", account.scopes().values()))
                .text(account.linkedBy().name())
                .flag(account.refreshable())
                .time(account.expiresAt())
                .time(account.linkedAt())
                .time(account.updatedAt())
                .text(RefreshStateCodec.of(account.refresh()))
                .time(account.usedAt());
    }

    static void fillIn(Parameters parameters, AccountKey key) throws SQLException {
        parameters.text(key.provider().value()).text(key.providerAccountId().value());
    }

    static void fillIn(Parameters parameters, PendingRevocation pendingRevocation) throws SQLException {
        fillIn(parameters, pendingRevocation.account());
        parameters
                .text(pendingRevocation.version().linkId().value())
                .number(pendingRevocation.version().generation())
                .text(pendingRevocation.scope().name())
                .time(pendingRevocation.since())
                .time(pendingRevocation.dueAt())
                .number(pendingRevocation.failures())
                .bytes(pendingRevocation.sealed().toBytes())
                .text(pendingRevocation.id().value());
    }

    static void fillIn(Parameters parameters, ChainedEvent recorded) throws SQLException {
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

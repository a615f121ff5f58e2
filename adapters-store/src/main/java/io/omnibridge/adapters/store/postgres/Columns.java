package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.codec.ActorCodec;
import io.omnibridge.adapters.store.codec.AuditedAttemptCodec;
import io.omnibridge.adapters.store.codec.RefreshStateCodec;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.OriginDigest;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.sql.SQLException;

/** Columns of accounts, pending revocations and audit events, but for the user, and their parameters in the same order. */
final class Columns {

    static final String OF_ACCOUNT = "link_id, generation, scopes, linked_by, refreshable, expires_at, linked_at,"
            + " updated_at, refresh_state, used_at, seen_at, token_origin, label, data_used_at, sealed, provider,"
            + " provider_account_id";

    static final String OF_REVOCATION = "provider, provider_account_id, link_id, generation, scope, since, due_at,"
            + " failures, sealed, pending_revocation_id";

    static final String OF_EVENT = "position, kind, outcome, occurred_at, actor, actor_name,"
            + " client_id, provider, provider_account_id, attempt_id, attempt_provider, reason, lease_id, request_id, mac";

    private Columns() {}

    static void fillIn(Parameters parameters, Account account) throws SQLException {
        fillIn(parameters, account.metadata());
        parameters.bytes(account.credentials().toBytes());
        fillIn(parameters, account.key());
    }

    /** The metadata without the key. */
    static void fillIn(Parameters parameters, AccountMetadata account) throws SQLException {
        fillIn(parameters, account.version());
        parameters
                .text(String.join(" ", account.scopes().values()))
                .text(account.linkedBy().name())
                .flag(account.refreshable())
                .time(account.expiresAt())
                .time(account.linkedAt())
                .time(account.updatedAt())
                .text(RefreshStateCodec.of(account.refresh()))
                .time(account.usedAt())
                .time(account.seenAt())
                .number(account.origin().map(OriginDigest::value))
                .text(account.label().map(AccountLabel::value))
                .time(account.dataUsedAt());
    }

    static void fillIn(Parameters parameters, AccountKey key) throws SQLException {
        parameters.text(key.provider().value()).text(key.providerAccountId().value());
    }

    static void fillIn(Parameters parameters, AccountVersion version) throws SQLException {
        parameters.text(version.linkId().value()).number(version.generation());
    }

    static void fillIn(Parameters parameters, PendingRevocation revocation) throws SQLException {
        fillIn(parameters, revocation.account());
        fillIn(parameters, revocation.version());
        parameters
                .text(revocation.scope().name())
                .time(revocation.since())
                .time(revocation.dueAt())
                .number(revocation.failures())
                .bytes(revocation.sealed().toBytes())
                .text(revocation.id().value());
    }

    static void fillIn(Parameters parameters, ChainedEvent chained) throws SQLException {
        AuditedAction action = chained.event().action();
        parameters
                .number(chained.position())
                .text(action.kind().name())
                .text(chained.event().outcome().name())
                .time(action.at())
                .text(ActorCodec.kind(action.actor()))
                .text(ActorCodec.name(action.actor()))
                .text(action.client().map(client -> client.value()))
                .text(action.account().map(account -> account.provider().value()))
                .text(action.account()
                        .map(account -> account.providerAccountId().value()))
                .text(action.attempt().map(AuditedAttemptCodec::id))
                .text(action.attempt().map(AuditedAttemptCodec::provider))
                .text(action.attempt().flatMap(AuditedAttemptCodec::failure))
                .text(action.lease().map(LeaseId::value))
                .text(action.requestId().value())
                .bytes(chained.mac().toBytes());
    }
}

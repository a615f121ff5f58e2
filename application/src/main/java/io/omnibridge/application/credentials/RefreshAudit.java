package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.time.Instant;

/** Creates the audited actions of refreshes. */
final class RefreshAudit {

    private static final Actor SERVICE = new Actor.Service("refresh");

    private RefreshAudit() {}

    /** Creates an action. The version that the refresh began at takes the place of a request id. */
    static AuditedAction action(ActionKind kind, Account account, Instant at) {
        AccountVersion version = account.version();
        RequestId reason = new RequestId("refresh-" + version.linkId().value() + "-" + version.generation());
        return AuditedAction.by(SERVICE, account.key(), kind, reason, at);
    }
}

package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditOutcome;

/** How a link ended. */
public sealed interface LinkResult {

    /** What the user's record says of it. */
    AuditOutcome outcome();

    /** The account is new. */
    record Linked(AccountMetadata account) implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.LINKED;
        }
    }

    /** The account was linked before; its credentials were replaced. */
    record Replaced(AccountMetadata account) implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.REPLACED;
        }
    }

    /** Refused: the user already has as many accounts as a user may have. */
    record QuotaExceeded() implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.QUOTA_EXCEEDED;
        }
    }

    /** Refused: a token cannot replace an account that was linked by connect. */
    record AccountConnected() implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.ACCOUNT_CONNECTED;
        }
    }
}

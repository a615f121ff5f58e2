package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditOutcome;

/** Result of linking an account. */
public sealed interface LinkResult {

    /** Returns the outcome for the audit log. */
    AuditOutcome outcome();

    /** The account is new. */
    record Linked(AccountMetadata account) implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.LINKED;
        }
    }

    /** The account was linked already; its credentials were replaced. */
    record Replaced(AccountMetadata account) implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.REPLACED;
        }
    }

    /** Refused: the user's quota of accounts is used up. */
    record QuotaExceeded() implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.QUOTA_EXCEEDED;
        }
    }

    /** Refused: linking by token cannot replace an account that was linked by connect. */
    record AccountConnected() implements LinkResult {
        @Override
        public AuditOutcome outcome() {
            return AuditOutcome.ACCOUNT_CONNECTED;
        }
    }
}

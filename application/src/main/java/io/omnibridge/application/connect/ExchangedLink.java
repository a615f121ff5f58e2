package io.omnibridge.application.connect;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;

/**
 * The link that follows from a code exchange.
 *
 * @param exchanging the attempt that the link completes
 * @param wasLinkedBefore whether the account was linked when the exchange began
 */
record ExchangedLink(
        ConnectAttempt exchanging, AccountKey key, Grant grant, boolean wasLinkedBefore, AuditedAction action) {}

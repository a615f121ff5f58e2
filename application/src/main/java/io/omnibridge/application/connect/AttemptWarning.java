package io.omnibridge.application.connect;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Set;

/** What the owner of a completed attempt should know of the account that it linked. */
public enum AttemptWarning {
    /**
     * The provider issued no refresh token, although offline access was requested or the access token expires: the account will
     * need a reconnect.
     */
    NO_REFRESH_TOKEN;

    private static final String OFFLINE_ACCESS = "offline_access";

    /** Returns the warnings about {@code account}, as it is now, which {@code attempt} linked. */
    static Set<AttemptWarning> of(ConnectAttempt attempt, AccountMetadata account) {
        boolean isExpected = attempt.scopes().values().contains(OFFLINE_ACCESS)
                || account.expiresAt().isPresent();
        return isExpected && !account.refreshable() ? Set.of(NO_REFRESH_TOKEN) : Set.of();
    }
}

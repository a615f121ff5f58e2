package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.ReconnectCode;

/**
 * Receives the changes that operators should know of, once per change, for the log. It is never told a token.
 * Implementations are thread-safe and throw nothing.
 */
public interface RefreshEvents {

    /** Does nothing. */
    RefreshEvents NONE = new RefreshEvents() {
        @Override
        public void clientRejected(ProviderId provider) {}

        @Override
        public void clientAccepted(ProviderId provider) {}

        @Override
        public void refused(AccountKey account) {}

        @Override
        public void needsReconnect(AccountKey account, ReconnectCode reason) {}

        @Override
        public void removedUnused(AccountKey account) {}

        @Override
        public void callFailed(ProviderId provider, Class<? extends RuntimeException> failure) {}
    };

    /** The provider rejected this client for two accounts in a row: refreshes pause. */
    void clientRejected(ProviderId provider);

    /** The provider accepts this client again. */
    void clientAccepted(ProviderId provider);

    /** The provider refused an account's refresh token without saying that the grant has ended, for the first time. */
    void refused(AccountKey account);

    /** A refresh, or its omission, made the account need a reconnect. */
    void needsReconnect(AccountKey account, ReconnectCode reason);

    /** The account was unlinked, because it was not used or viewed for long. */
    void removedUnused(AccountKey account);

    /**
     * A refresh ended with an exception of the provider's adapter, which is a fault in OmniBridge.
     *
     * @param failure its class: its message may contain what the provider sent
     */
    void callFailed(ProviderId provider, Class<? extends RuntimeException> failure);
}

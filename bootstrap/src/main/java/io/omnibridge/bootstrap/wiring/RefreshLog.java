package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.credentials.RefreshEvents;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.ReconnectCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Log lines for the changes that refreshes bring: one line per change, without users and account ids. Thread-safe. */
final class RefreshLog implements RefreshEvents {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshLog.class);

    @Override
    public void clientRejected(ProviderId provider) {
        LOG.warn(
                "{}: the provider rejected this client, or its requests, for two accounts in a row, so refreshes pause: check"
                        + " client_id and client_secret",
                provider.value());
    }

    @Override
    public void clientAccepted(ProviderId provider) {
        LOG.info("{}: the provider accepts this client again", provider.value());
    }

    @Override
    public void refused(AccountKey account) {
        LOG.info(
                "{}: the provider refused an account's refresh token without a known reason; if that goes on for a day, the"
                        + " account needs to be connected again",
                account.provider().value());
    }

    @Override
    public void needsReconnect(AccountKey account, ReconnectCode reason) {
        LOG.info(
                "{}: an account needs to be connected again: {}",
                account.provider().value(),
                EnumWords.of(reason));
    }

    @Override
    public void removedUnused(AccountKey account) {
        LOG.warn(
                "{}: an account was unlinked and its grant is revoked, because it was not used or viewed for"
                        + " OMNIBRIDGE_KEEP_ALIVE",
                account.provider().value());
    }

    @Override
    public void callFailed(ProviderId provider, Class<? extends RuntimeException> failure) {
        LOG.error("{}: a refresh failed with {}, which is a fault in OmniBridge", provider.value(), failure.getName());
    }
}

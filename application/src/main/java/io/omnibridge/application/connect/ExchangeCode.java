package io.omnibridge.application.connect;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Objects;
import java.util.Optional;

/**
 * Exchanges the code of an attempt that its caller has claimed, and links the account that the provider grants.
 * Thread-safe.
 */
public final class ExchangeCode {

    private final ConnectAttempts attempts;
    private final AuthorizationServers servers;
    private final ProviderCatalogue catalogue;
    private final LinkExchangedGrant linkExchangedGrant;

    public ExchangeCode(
            ConnectAttempts attempts,
            AuthorizationServers servers,
            ProviderCatalogue catalogue,
            LinkExchangedGrant linkExchangedGrant) {
        this.attempts = Objects.requireNonNull(attempts);
        this.servers = Objects.requireNonNull(servers);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.linkExchangedGrant = Objects.requireNonNull(linkExchangedGrant);
    }

    /**
     * Exchanges the code and ends the attempt.
     *
     * @param exchanging the attempt, as the caller has stored it
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; the account may have been
     *     linked
     */
    CompleteResult exchange(ConnectAttempt exchanging, AttemptSecrets secrets, AuditedAction action) {
        ExchangeResult result = servers.exchange(exchanging, secrets);
        if (result instanceof ExchangeResult.Granted granted) {
            return link(exchanging, granted, action);
        }
        return fail(exchanging, ((ExchangeResult.Failed) result).reason(), action);
    }

    private CompleteResult link(ConnectAttempt exchanging, ExchangeResult.Granted granted, AuditedAction action) {
        Optional<LinkResult> result = linkExchangedGrant.link(exchanging, granted, action);
        if (result.isPresent() && result.get() instanceof LinkResult.Linked linked) {
            return new CompleteResult.Completed(linked.account(), true);
        }
        if (result.isPresent() && result.get() instanceof LinkResult.Replaced replaced) {
            return new CompleteResult.Completed(replaced.account(), false);
        }
        revokeUnstored(exchanging, granted.grant());
        return new CompleteResult.Failed(
                result.isPresent() ? AttemptFailure.QUOTA_EXCEEDED : AttemptFailure.EXCHANGE_UNKNOWN);
    }

    private CompleteResult fail(ConnectAttempt exchanging, AttemptFailure reason, AuditedAction action) {
        attempts.proceed(exchanging.failed(reason), action.withOutcome(AuditOutcome.FAILED));
        return new CompleteResult.Failed(reason);
    }

    /**
     * Revokes a grant that was not stored, at once and only once: no token is kept to try it again with. Does nothing
     * where a revocation would end other grants too.
     */
    private void revokeUnstored(ConnectAttempt exchanging, Grant grant) {
        catalogue
                .find(exchanging.provider())
                .filter(provider -> provider.revocation() == RevocationScope.TOKEN)
                .flatMap(provider -> RevocableToken.of(grant, provider.isRevokedByAccessToken()))
                .ifPresent(token -> servers.revoke(exchanging.provider(), token));
    }
}

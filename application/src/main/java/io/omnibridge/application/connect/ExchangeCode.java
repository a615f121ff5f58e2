package io.omnibridge.application.connect;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevokeUnusedTokens;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Exchanges the code of an attempt that its caller has claimed, and links the account that the provider grants. Tokens that it
 * received and did not link are revoked, unless that could end a grant that is linked. Thread-safe.
 */
public final class ExchangeCode {

    private final ConnectAttempts attempts;
    private final AuthorizationServers servers;
    private final ProviderCatalogue catalogue;
    private final LinkExchangedGrant linkExchangedGrant;
    private final RevokeUnusedTokens revokeUnusedTokens;

    public ExchangeCode(
            ConnectAttempts attempts,
            AuthorizationServers servers,
            ProviderCatalogue catalogue,
            LinkExchangedGrant linkExchangedGrant,
            RevokeUnusedTokens revokeUnusedTokens) {
        this.attempts = Objects.requireNonNull(attempts);
        this.servers = Objects.requireNonNull(servers);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.linkExchangedGrant = Objects.requireNonNull(linkExchangedGrant);
        this.revokeUnusedTokens = Objects.requireNonNull(revokeUnusedTokens);
    }

    /**
     * Exchanges the code and ends the attempt, also if a call fails unexpectedly.
     *
     * @param exchanging the attempt, as the caller has stored it
     * @param linkedBefore the user's accounts at the provider
     * @throws StoreUnavailable if the store did not answer; the account may have been linked
     */
    CompleteResult exchange(
            ConnectAttempt exchanging, AttemptSecrets secrets, Set<AccountKey> linkedBefore, AuditedAction action) {
        ExchangeResult result = exchange(exchanging, secrets, action);
        if (result instanceof ExchangeResult.Granted granted) {
            CompleteResult linked = link(exchanging, granted, linkedBefore, action);
            if (linked instanceof CompleteResult.Failed) {
                revoke(exchanging, unused(exchanging, granted), action);
            }
            return linked;
        }
        ExchangeResult.Failed failed = (ExchangeResult.Failed) result;
        return fail(exchanging, failed.reason(), failed.unused(), action);
    }

    private ExchangeResult exchange(ConnectAttempt exchanging, AttemptSecrets secrets, AuditedAction action) {
        try {
            return servers.exchange(exchanging, secrets);
        } catch (RuntimeException e) {
            fail(exchanging, AttemptFailure.EXCHANGE_UNKNOWN, Optional.empty(), action);
            throw e;
        }
    }

    private CompleteResult link(
            ConnectAttempt exchanging,
            ExchangeResult.Granted granted,
            Set<AccountKey> linkedBefore,
            AuditedAction action) {
        try {
            return linkExchangedGrant.link(exchanging, granted, linkedBefore, action);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            fail(exchanging, AttemptFailure.UNUSABLE_ANSWER, unused(exchanging, granted), action);
            throw e;
        }
    }

    /** Queues the revocation first: an attempt that is not ended here ends by its time. */
    private CompleteResult fail(
            ConnectAttempt exchanging, AttemptFailure reason, Optional<UnusedTokens> unused, AuditedAction action) {
        try {
            revoke(exchanging, unused, action);
        } finally {
            ConnectAttempt failed = exchanging.failed(reason);
            attempts.proceed(failed, action.on(failed).withOutcome(AuditOutcome.FAILED));
        }
        return new CompleteResult.Failed(reason);
    }

    private void revoke(ConnectAttempt exchanging, Optional<UnusedTokens> unused, AuditedAction action) {
        unused.ifPresent(tokens -> revokeUnusedTokens.revoke(exchanging.provider(), tokens, action));
    }

    /** Returns the tokens of a grant at an account that the provider has told. */
    private Optional<UnusedTokens> unused(ConnectAttempt exchanging, ExchangeResult.Granted granted) {
        boolean isRevokedByAccessToken = catalogue
                .find(exchanging.provider())
                .filter(ConnectableProvider::isRevokedByAccessToken)
                .isPresent();
        return UnusedTokens.of(Optional.of(granted.account()), granted.grant(), isRevokedByAccessToken);
    }
}

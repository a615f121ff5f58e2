package io.omnibridge.application.connect;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.PlanRevocations;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Exchanges the code of an attempt that this very call has claimed, and links what comes of it. */
final class ExchangeCode {

    private static final int MAX_WRITES = 3;

    private final ConnectAttempts attempts;
    private final ProviderCatalogue catalogue;
    private final AuthorizationServers servers;
    private final CredentialSealer sealer;
    private final TokenStore store;
    private final PlanRevocations planRevocations;
    private final int quota;
    private final Clock clock;
    private final SecureRandom random;

    ExchangeCode(
            ConnectAttempts attempts,
            ProviderCatalogue catalogue,
            AuthorizationServers servers,
            CredentialSealer sealer,
            TokenStore store,
            PlanRevocations planRevocations,
            int quota,
            Clock clock,
            SecureRandom random) {
        this.attempts = attempts;
        this.catalogue = catalogue;
        this.servers = servers;
        this.sealer = sealer;
        this.store = store;
        this.planRevocations = planRevocations;
        this.quota = quota;
        this.clock = clock;
        this.random = random;
    }

    CompleteResult exchange(ConnectAttempt exchanging, AttemptSecrets secrets, AuditedAction action) {
        ExchangeResult answer = servers.exchange(exchanging, secrets);
        if (answer instanceof ExchangeResult.Granted granted) {
            return link(exchanging, granted, action);
        }
        return fail(exchanging, ((ExchangeResult.Failed) answer).reason(), action);
    }

    private CompleteResult link(ConnectAttempt exchanging, ExchangeResult.Granted granted, AuditedAction action) {
        Instant now = clock.instant();
        Grant grant = granted.grant();
        AccountKey key = new AccountKey(exchanging.owner(), exchanging.provider(), granted.account());
        AccountVersion version = AccountVersion.first(LinkId.random(random));
        AccountMetadata metadata = AccountMetadata.linked(
                key,
                version,
                grant.scopes(),
                LinkedBy.CONNECT,
                grant.credentials().refreshToken().isPresent(),
                grant.credentials().expiresAt(),
                now);
        Account account = new Account(metadata, sealer.seal(key, version, grant));
        AuditedAction linking = new AuditedAction(
                action.kind(), now, action.user(), action.client(), Optional.of(key), action.requestId());
        Optional<LinkResult> result = complete(exchanging, account, grant, linking);
        if (result.isPresent() && result.get() instanceof LinkResult.Linked linked) {
            return new CompleteResult.Completed(linked.account(), true);
        }
        if (result.isPresent() && result.get() instanceof LinkResult.Replaced replaced) {
            return new CompleteResult.Completed(replaced.account(), false);
        }
        unlinkForMaintenance(exchanging, grant);
        return new CompleteResult.Failed(
                result.isPresent() ? AttemptFailure.QUOTA_EXCEEDED : AttemptFailure.EXCHANGE_UNKNOWN);
    }

    /**
     * Writes what the code was exchanged for, again where the store did not acknowledge it: a write that took place cannot
     * take place twice. If the store stays away, the attempt ends as one of which nobody knows what it came to.
     */
    private Optional<LinkResult> complete(
            ConnectAttempt exchanging, Account account, Grant grant, AuditedAction action) {
        for (int write = 1; ; write++) {
            try {
                Optional<PendingRevocation> owed = store.find(account.key())
                        .flatMap(replaced -> planRevocations.forReplaced(replaced, grant, action.at()));
                Optional<LinkResult> result = attempts.complete(exchanging, account, quota, owed, action);
                return result.isPresent() ? result : completedBefore(exchanging, account);
            } catch (StoreUnavailable e) {
                if (write == MAX_WRITES) {
                    throw e;
                }
            }
        }
    }

    /** How a write ended that was not acknowledged; empty if it was not this one. */
    private Optional<LinkResult> completedBefore(ConnectAttempt exchanging, Account account) {
        return attempts.find(exchanging.owner(), exchanging.id()).flatMap(attempt -> {
            if (attempt.state() instanceof AttemptState.Completed completed
                    && completed.account().equals(account.key().providerAccountId())) {
                AccountMetadata now = store.findMetadata(account.key()).orElse(account.metadata());
                return Optional.of(completed.anew() ? new LinkResult.Linked(now) : new LinkResult.Replaced(now));
            }
            return Optional.of(attempt.state())
                    .filter(new AttemptState.Failed(AttemptFailure.QUOTA_EXCEEDED)::equals)
                    .map(state -> new LinkResult.QuotaExceeded());
        });
    }

    private CompleteResult fail(ConnectAttempt exchanging, AttemptFailure reason, AuditedAction action) {
        attempts.proceed(exchanging.failed(reason), action.concluded(AuditOutcome.FAILED));
        return new CompleteResult.Failed(reason);
    }

    /** What cannot be kept is given back at once where that ends no other grant; nothing is left to try it again with. */
    private void unlinkForMaintenance(ConnectAttempt exchanging, Grant grant) {
        catalogue
                .find(exchanging.provider())
                .filter(provider -> provider.revocation() == RevocationScope.TOKEN)
                .flatMap(provider -> RevocableToken.of(grant, provider.isRevokedByAccessToken()))
                .ifPresent(token -> servers.revoke(exchanging.provider(), token));
    }
}

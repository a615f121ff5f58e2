package io.omnibridge.application.revocation;

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes out what has to be given back to which provider. Nothing is owed where the provider offers no revocation, or where
 * OmniBridge is not the client that the credentials were issued to. Stores nothing. Thread-safe.
 */
public final class RevocationPlanner {

    private final CredentialSealer credentialSealer;
    private final TokenSealer tokenSealer;
    private final ProviderCatalogue catalogue;
    private final SecureRandom random;

    public RevocationPlanner(
            CredentialSealer credentialSealer,
            TokenSealer tokenSealer,
            ProviderCatalogue catalogue,
            SecureRandom random) {
        this.credentialSealer = Objects.requireNonNull(credentialSealer);
        this.tokenSealer = Objects.requireNonNull(tokenSealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.random = Objects.requireNonNull(random);
    }

    /** What is owed once {@code account} is gone: not before a call that uses its refresh token has ended. */
    public Optional<PendingRevocation> forUnlinked(Account account, Instant now) {
        Instant due =
                account.metadata().refresh() instanceof RefreshState.Calling calling && now.isBefore(calling.deadline())
                        ? calling.deadline()
                        : now;
        return grant(account).flatMap(grant -> owed(account.key(), account.version(), grant, now, due));
    }

    /** What is owed once {@code by} takes the place of what {@code replaced} holds: nothing that would end {@code by} too. */
    public Optional<PendingRevocation> forReplaced(Account replaced, Grant by, Instant now) {
        AccountKey key = replaced.key();
        return grant(replaced)
                .filter(grant -> !token(key, grant).equals(token(key, by)))
                .flatMap(grant -> owed(key, replaced.version(), grant, now, now))
                .filter(pendingRevocation -> pendingRevocation.scope() == RevocationScope.TOKEN);
    }

    /**
     * What is owed for {@code grant}, which came too late to be stored.
     *
     * @param sent whose refresh token it came for; if that is still its own, nothing new has to be given back
     * @param isLinked whether the account of {@code key} is there, with other credentials, which must live on
     */
    public Optional<PendingRevocation> forLateToken(
            AccountKey key, AccountVersion version, Grant grant, Grant sent, boolean isLinked, Instant now) {
        if (token(key, grant).equals(token(key, sent))) {
            return Optional.empty();
        }
        return owed(key, version, grant, now, now)
                .filter(pendingRevocation -> !isLinked || pendingRevocation.scope() == RevocationScope.TOKEN);
    }

    private Optional<PendingRevocation> owed(
            AccountKey key, AccountVersion version, Grant grant, Instant since, Instant dueAt) {
        return token(key, grant).map(token -> {
            PendingRevocationId id = PendingRevocationId.random(random);
            RevocationScope scope = provider(key).orElseThrow().revocation();
            return new PendingRevocation(id, key, version, scope, tokenSealer.seal(id, key, token), since, dueAt, 0);
        });
    }

    private Optional<RevocableToken> token(AccountKey key, Grant grant) {
        return provider(key).flatMap(provider -> RevocableToken.of(grant, provider.isRevokedByAccessToken()));
    }

    /** Empty where nothing can be given back. */
    private Optional<ConnectableProvider> provider(AccountKey key) {
        return catalogue.find(key.provider()).filter(provider -> provider.revocation() != RevocationScope.NONE);
    }

    /** Empty where nothing is left to open, or nothing opens: that must not keep anybody from unlinking. */
    private Optional<Grant> grant(Account account) {
        if (account.credentials().isErased()) {
            return Optional.empty();
        }
        try {
            return Optional.of(credentialSealer.open(account));
        } catch (CredentialsUnreadable e) {
            return Optional.empty();
        }
    }
}

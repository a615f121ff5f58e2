package io.omnibridge.application.revocation;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.RevocationSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides which token has to be revoked, and seals it as a pending revocation. Plans nothing where the provider offers
 * no revocation, or where OmniBridge is not the client that the credentials were issued to. Stores nothing.
 * Thread-safe.
 */
public final class RevocationPlanner {

    private final CredentialSealer credentialSealer;
    private final RevocationSealer revocationSealer;
    private final ProviderCatalogue catalogue;
    private final SecureRandom random;

    public RevocationPlanner(
            CredentialSealer credentialSealer,
            RevocationSealer revocationSealer,
            ProviderCatalogue catalogue,
            SecureRandom random) {
        this.credentialSealer = Objects.requireNonNull(credentialSealer);
        this.revocationSealer = Objects.requireNonNull(revocationSealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.random = Objects.requireNonNull(random);
    }

    /**
     * Plans for an account that is unlinked. Due once a running refresh call has ended, since it uses the same token.
     */
    public Optional<PendingRevocation> forUnlinked(Account account, Instant now) {
        Instant due =
                account.metadata().refresh() instanceof RefreshState.Calling calling && now.isBefore(calling.deadline())
                        ? calling.deadline()
                        : now;
        return grant(account).flatMap(grant -> plan(account.key(), account.version(), grant, now, due));
    }

    /**
     * Plans for the credentials of {@code replaced} that {@code by} replaces; empty if the revocation would end
     * {@code by} too.
     */
    public Optional<PendingRevocation> forReplaced(Account replaced, Grant by, Instant now) {
        AccountKey key = replaced.key();
        return grant(replaced)
                .filter(grant -> !token(key, grant).equals(token(key, by)))
                .flatMap(grant -> plan(key, replaced.version(), grant, now, now))
                .filter(revocation -> revocation.scope() == RevocationScope.TOKEN);
    }

    /**
     * Plans for {@code grant}, which arrived too late to be stored.
     *
     * @param sent the grant whose refresh token was sent; nothing is planned if {@code grant} has the same token
     * @param isLinked whether the account is linked, with other credentials; they must stay valid
     */
    public Optional<PendingRevocation> forLateToken(
            AccountKey key, AccountVersion version, Grant grant, Grant sent, boolean isLinked, Instant now) {
        if (token(key, grant).equals(token(key, sent))) {
            return Optional.empty();
        }
        return plan(key, version, grant, now, now)
                .filter(revocation -> !isLinked || revocation.scope() == RevocationScope.TOKEN);
    }

    /** Plans for tokens of an account that are not stored, whether the account is linked or not. */
    Optional<PendingRevocation> forUnused(AccountKey key, UnusedTokens unused, Instant now) {
        AccountVersion version = AccountVersion.first(LinkId.random(random));
        return RevocationRequest.at(key.provider(), catalogue)
                .map(request -> plan(key, version, request, unused.revocable(), now, now));
    }

    /** Returns whether {@code account} uses one of these tokens. */
    boolean isUsedBy(Account account, UnusedTokens tokens) {
        return grant(account).filter(tokens::isSharedWith).isPresent();
    }

    private Optional<PendingRevocation> plan(
            AccountKey key, AccountVersion version, Grant grant, Instant since, Instant dueAt) {
        return RevocationRequest.at(key.provider(), catalogue)
                .flatMap(
                        request -> request.token(grant).map(token -> plan(key, version, request, token, since, dueAt)));
    }

    private PendingRevocation plan(
            AccountKey key,
            AccountVersion version,
            RevocationRequest request,
            RevocableToken token,
            Instant since,
            Instant dueAt) {
        PendingRevocationId id = PendingRevocationId.random(random);
        return new PendingRevocation(
                id, key, version, request.scope(), revocationSealer.seal(id, key, token), since, dueAt, 0);
    }

    private Optional<RevocableToken> token(AccountKey key, Grant grant) {
        return RevocationRequest.at(key.provider(), catalogue).flatMap(request -> request.token(grant));
    }

    /** Returns the account's grant; empty if it is erased or does not open, which must not prevent an unlink. */
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

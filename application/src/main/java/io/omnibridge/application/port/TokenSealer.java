package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;

/**
 * Seals and opens tokens that are to be revoked, each bound to its obligation: they open as nothing else, as credentials least
 * of all. Thread-safe.
 */
public interface TokenSealer {

    /** Seals {@code token} so that it opens only for this obligation. */
    SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token);

    /**
     * Opens what an obligation holds.
     *
     * @throws CredentialsUnreadable if it was changed, moved from another obligation, or sealed under a key that is not here
     */
    RevocableToken open(PendingRevocation pendingRevocation);
}

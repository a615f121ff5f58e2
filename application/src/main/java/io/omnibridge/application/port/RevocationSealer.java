package io.omnibridge.application.port;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;

/**
 * Seals and opens tokens of pending revocations. A sealed token is bound to one pending revocation, and opens for no
 * other and not as credentials. Thread-safe.
 */
public interface RevocationSealer {

    /** Seals {@code token} for this pending revocation only. */
    SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token);

    /**
     * Opens the token of a pending revocation.
     *
     * @throws CredentialsUnreadable if it was changed, copied from another pending revocation, or sealed under a
     *     missing key
     */
    RevocableToken open(PendingRevocation revocation);
}

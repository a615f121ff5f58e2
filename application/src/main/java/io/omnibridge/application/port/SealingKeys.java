package io.omnibridge.application.port;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.OptionalLong;

/**
 * The keys that seal, for whoever rotates them. Each has an id that stands in front of everything that it sealed, so that
 * nothing has to be opened to tell which key it needs. Thread-safe.
 */
public interface SealingKeys {

    /** The id of the key that seals whatever is sealed from now on. */
    long primary();

    /**
     * The id of the key that {@code sealed} says it was sealed under, be that key here or not; empty if it is nothing that
     * this sealer writes. It proves nothing: only opening does.
     */
    OptionalLong keyOf(SealedCredentials sealed);

    /** As {@link #keyOf(SealedCredentials)}. */
    OptionalLong keyOf(SealedToken sealed);

    /**
     * What {@code pendingRevocation} holds, sealed anew under the primary key.
     *
     * @throws CredentialsUnreadable as {@link TokenSealer#open}
     */
    SealedToken reseal(PendingRevocation pendingRevocation);

    /**
     * What {@code account} holds, sealed anew under the primary key for the same account and the same version.
     *
     * @throws CredentialsUnreadable as {@link CredentialSealer#open}
     */
    SealedCredentials reseal(Account account);
}

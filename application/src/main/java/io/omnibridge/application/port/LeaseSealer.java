package io.omnibridge.application.port;

import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.util.Optional;

/**
 * Seals and opens the terms of leases and lease tokens. Sealed terms are bound to their owner and lease, and hold the hash of the
 * secret of the lease's token: who can write the store cannot make a lease or change one. Thread-safe.
 */
public interface LeaseSealer {

    /** Seals the terms of one lease, and the hash of the secret of its token. */
    SealedLease seal(LeaseTerms terms, LeaseToken token);

    /**
     * Opens the terms of a lease for its owner.
     *
     * @throws CredentialsUnreadable if they were changed, copied from another lease, or sealed under a missing key
     */
    LeaseTerms open(StoredLease lease);

    /**
     * Opens the terms of a lease for a client that presents a token.
     *
     * @return empty if the token is not that of the lease
     * @throws CredentialsUnreadable if they were changed, copied from another lease, or sealed under a missing key
     */
    Optional<LeaseTerms> open(StoredLease lease, LeaseToken token);

    /** Returns the text of a token: {@code obl_} and base64url of what is sealed. It is shown once. */
    String text(LeaseToken token);

    /** Opens the text of a token, without a call of the store; empty if OmniBridge did not issue it for this issuer. */
    Optional<LeaseToken> token(String text);
}

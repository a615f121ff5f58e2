package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkAttemptSealer;
import io.omnibridge.adapters.store.sealing.TinkBrowserSealer;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkLeaseSealer;
import io.omnibridge.adapters.store.sealing.TinkResultSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.sealing.TinkSealingKeys;

/**
 * The sealers of one vault, which seal with one keyset for the users of one issuer.
 *
 * @param issuer the issuer of the users' JWTs
 */
public record Sealers(Keyset keyset, String issuer) {

    public TinkCredentialSealer credentials() {
        return new TinkCredentialSealer(keyset, issuer);
    }

    /** Returns the sealer for the tokens of pending revocations. */
    public TinkRevocationSealer tokens() {
        return new TinkRevocationSealer(keyset, issuer);
    }

    /** Returns the sealer of the terms and tokens of leases. */
    public TinkLeaseSealer leases() {
        return new TinkLeaseSealer(keyset, issuer);
    }

    /** Returns the sealer of what clients bring back: names of items, and positions of searches. */
    public TinkResultSealer results() {
        return new TinkResultSealer(keyset, issuer);
    }

    /** Returns the sealer of what browsers keep. */
    public TinkBrowserSealer browsers() {
        return new TinkBrowserSealer(keyset, issuer);
    }

    /** Returns the keys, for rotation. */
    public TinkSealingKeys keys() {
        return new TinkSealingKeys(keyset, issuer);
    }

    TinkAttemptSealer attempts() {
        return new TinkAttemptSealer(keyset, issuer);
    }
}

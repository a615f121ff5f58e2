package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.application.port.Samples.QUOTA;

import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseKind;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leases of a store with real terms and tokens. */
public record SealedLeases(Leases leases, String issuer) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Adds a lease of the account that a node with this keyset seals, and returns the text of its token. */
    public String add(AccountKey account, Keyset keyset) {
        Instant expiry = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3_600);
        LeaseTerms terms =
                new LeaseTerms("agent", Optional.empty(), List.of(account), Set.of(UseKind.API), expiry, 200);
        LeaseToken token = new LeaseToken(
                account.owner(), LeaseId.random(RANDOM), expiry, new Secret(HashedValue.randomValue(RANDOM)));
        TinkLeaseSealer sealer = new TinkLeaseSealer(keyset, issuer);
        StoredLease lease =
                new StoredLease(token.id(), account.owner(), expiry, sealer.seal(terms, token), 0, Optional.empty());
        if (!leases.add(lease, QUOTA, UseSamples.begin(lease, Instant.now().truncatedTo(ChronoUnit.MILLIS)))) {
            throw new AssertionError("no lease");
        }
        return sealer.text(token);
    }

    /** Returns whether a node with this keyset accepts the token. */
    public boolean opens(String text, Keyset keyset) {
        TinkLeaseSealer sealer = new TinkLeaseSealer(keyset, issuer);
        return sealer.token(text)
                .flatMap(token -> leases.find(token.user(), token.id()).flatMap(lease -> sealer.open(lease, token)))
                .isPresent();
    }
}

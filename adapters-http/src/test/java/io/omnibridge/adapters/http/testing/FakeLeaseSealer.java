package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sealer whose sealed bytes and tokens are ids of what it keeps itself. */
final class FakeLeaseSealer implements LeaseSealer {

    private final Map<String, LeaseTerms> terms = new ConcurrentHashMap<>();
    private final Map<String, LeaseToken> tokens = new ConcurrentHashMap<>();

    @Override
    public SealedLease seal(LeaseTerms of, LeaseToken token) {
        terms.put(token.id().value(), of);
        return new SealedLease(token.id().value().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public LeaseTerms open(StoredLease lease) {
        return Optional.ofNullable(terms.get(lease.id().value())).orElseThrow();
    }

    @Override
    public Optional<LeaseTerms> open(StoredLease lease, LeaseToken token) {
        return Optional.of(open(lease));
    }

    @Override
    public String text(LeaseToken token) {
        String text = "obl_" + token.id().value();
        tokens.put(text, token);
        return text;
    }

    @Override
    public Optional<LeaseToken> token(String text) {
        return Optional.ofNullable(tokens.get(text));
    }
}

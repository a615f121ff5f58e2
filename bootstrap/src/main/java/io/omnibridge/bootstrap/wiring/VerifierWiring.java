package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.jwt.JwksKeys;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.http.jwt.TokenVerifier;
import io.omnibridge.adapters.http.jwt.Verifiers;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.JwtKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The verifier of the users' JWTs.
 *
 * @param keysAreKnown tells whether a token could be verified now
 * @param ageOfKeys how old the keys of the issuer are; empty if they were not fetched; no supplier for a shared secret
 * @param close ends the scheduled fetches of the issuer's keys
 */
record VerifierWiring(
        TokenVerifier verifier,
        BooleanSupplier keysAreKnown,
        Optional<Supplier<Optional<Duration>>> ageOfKeys,
        Runnable close) {

    static VerifierWiring of(Config config, Clock clock) {
        JwtPolicy policy = config.connect()
                .publicUrl()
                .map(url -> config.jwtPolicy().withAgentAudience(url + "/mcp"))
                .orElse(config.jwtPolicy());
        if (config.jwtKeys() instanceof JwtKeys.Published published) {
            JwksKeys keys = JwksKeys.open(published.endpoint(), published.egress(), clock);
            return new VerifierWiring(
                    Verifiers.jwks(policy, keys, clock), keys::areKnown, Optional.of(keys::age), keys::close);
        }
        JwtKeys.Shared shared = (JwtKeys.Shared) config.jwtKeys();
        return new VerifierWiring(Verifiers.hmac(policy, shared.key(), clock), () -> true, Optional.empty(), () -> {});
    }
}

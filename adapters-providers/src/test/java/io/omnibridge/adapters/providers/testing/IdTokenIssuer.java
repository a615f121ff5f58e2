package io.omnibridge.adapters.providers.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Issues signed ID tokens, valid and invalid ones. */
final class IdTokenIssuer {

    private static final int KEY_BITS = 2048;
    private static final long LIFE_MILLIS = 300_000;

    /** Shared by all servers, because generating a key takes longer than most tests. */
    private static final RSAKey FIRST = newKey();

    private final Clock clock;
    private volatile RSAKey key = FIRST;

    IdTokenIssuer(Clock clock) {
        this.clock = clock;
    }

    /** Replaces the signing key by a new one with another id. */
    void rotate() {
        key = newKey();
    }

    Map<String, Object> keys() {
        return new JWKSet(key).toPublicJWKSet().toJSONObject();
    }

    /** @param changed claims to override; a null value removes the claim */
    String issue(Map<String, Object> claims, Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(claims);
        long now = clock.millis();
        all.put("iat", now / 1000);
        all.put("exp", (now + LIFE_MILLIS) / 1000);
        all.putAll(changed);
        all.values().removeIf(Objects::isNull);
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    JWTClaimsSet.parse(all));
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

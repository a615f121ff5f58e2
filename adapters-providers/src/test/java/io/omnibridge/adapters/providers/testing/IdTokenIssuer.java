package io.omnibridge.adapters.providers.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Issues signed ID tokens, valid and invalid ones. */
final class IdTokenIssuer {

    private static final int KEY_BITS = 2048;
    private static final long LIFE_MILLIS = 300_000;

    /** Shared by all servers, because generating a key takes longer than most tests. */
    private static final RSAKey FIRST = newKey();

    private static final Ed25519Key ED25519 = new Ed25519Key();

    private final Clock clock;
    private final String clientSecret;
    private volatile RSAKey key = FIRST;
    private volatile JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    private volatile boolean isKeyNamed = true;
    private volatile List<Object> otherKeys = List.of();

    IdTokenIssuer(Clock clock, String clientSecret) {
        this.clock = clock;
        this.clientSecret = clientSecret;
    }

    /** Replaces the signing key by a new one with another id. */
    void rotate() {
        key = newKey();
    }

    /** Replaces the signing key by a new one with the same id. */
    void rotateUnderTheSameId() {
        key = new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build();
    }

    /** Signs by HS256 with the client secret, by EdDSA, or by an algorithm of RSA. */
    void signBy(JWSAlgorithm newAlgorithm) {
        algorithm = newAlgorithm;
    }

    /** Names no key in ID tokens and in the key set. */
    void omitKeyIds() {
        isKeyNamed = false;
    }

    /** Publishes other values in front of the signing key. */
    void publishBeside(List<Object> others) {
        otherKeys = List.copyOf(others);
    }

    Map<String, Object> key() {
        Map<String, Object> jwk = new HashMap<>(
                algorithm.equals(JWSAlgorithm.EdDSA)
                        ? ED25519.toJwk()
                        : key.toPublicJWK().toJSONObject());
        if (!isKeyNamed) {
            jwk.remove("kid");
        }
        return jwk;
    }

    Map<String, Object> keys() {
        List<Object> keys = new ArrayList<>(otherKeys);
        keys.add(key());
        return Map.of("keys", keys);
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
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(algorithm)
                            .keyID(isKeyNamed ? (String) key().get("kid") : null)
                            .build(),
                    new Payload(HttpMessages.json(all)));
            jws.sign(signer());
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer() throws JOSEException {
        if (algorithm.equals(JWSAlgorithm.EdDSA)) {
            return ED25519;
        }
        return algorithm.equals(JWSAlgorithm.HS256) ? new MACSigner(clientSecret) : new RSASSASigner(key);
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

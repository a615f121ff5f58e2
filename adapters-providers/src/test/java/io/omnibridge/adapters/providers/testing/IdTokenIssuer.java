package io.omnibridge.adapters.providers.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues signed ID tokens, valid and invalid ones. */
final class IdTokenIssuer {

    private static final long LIFE_MILLIS = 300_000;

    private static final List<KeyPair> RSA = List.of(TestKeys.RSA, TestKeys.OTHER_RSA, TestKeys.THIRD_RSA);
    private static final List<KeyPair> P256 =
            List.of(TestKeys.P256, TestKeys.ec("secp256r1"), TestKeys.ec("secp256r1"));
    private static final Ed25519Key ED25519 = new Ed25519Key();

    private final Clock clock;
    private final String clientSecret;
    private final AtomicInteger rotations = new AtomicInteger();
    private volatile String keyId = "key-0";

    /** A signature by RSA would take ten times as long. */
    private volatile JWSAlgorithm algorithm = JWSAlgorithm.ES256;

    private volatile boolean isKeyNamed = true;
    private volatile List<Object> otherKeys = List.of();

    IdTokenIssuer(Clock clock, String clientSecret) {
        this.clock = clock;
        this.clientSecret = clientSecret;
    }

    /** Replaces the signing key by another one with another id. */
    void rotate() {
        keyId = "key-" + rotations.incrementAndGet();
    }

    /** Replaces the signing key by another one with the same id. */
    void rotateUnderTheSameId() {
        rotations.incrementAndGet();
    }

    /** Signs by HS256 with the client secret, by ES256, by EdDSA, or by an algorithm of RSA. */
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
                        : jwk().toPublicJWK().toJSONObject());
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
        return algorithm.equals(JWSAlgorithm.HS256)
                ? new MACSigner(clientSecret)
                : new DefaultJWSSignerFactory().createJWSSigner(jwk(), algorithm);
    }

    private JWK jwk() {
        List<KeyPair> pairs = algorithm.equals(JWSAlgorithm.ES256) ? P256 : RSA;
        KeyPair pair = pairs.get(rotations.get() % pairs.size());
        return pair.getPublic() instanceof ECPublicKey ec
                ? new ECKey.Builder(Curve.P_256, ec)
                        .privateKey(pair.getPrivate())
                        .keyID(keyId)
                        .build()
                : new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                        .privateKey(pair.getPrivate())
                        .keyID(keyId)
                        .build();
    }
}

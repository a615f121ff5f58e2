package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import io.omnibridge.adapters.providers.catalogue.IdTokenAlgorithm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the published keys that an ID token may be signed with (RFC 7517 §5). */
final class IdTokenKeys {

    /** Maximum number of keys that are tried for one ID token. */
    private static final int MAX_CANDIDATES = 4;

    private IdTokenKeys() {}

    /** Returns the keys with this key id, or all if there is none, that are for {@code algorithm}; equal keys once, at most four. */
    static List<JWK> fitting(JWKSet keys, @Nullable String keyId, IdTokenAlgorithm algorithm) {
        List<JWK> fitting = new ArrayList<>();
        Set<String> thumbprints = new HashSet<>();
        for (JWK key : keys.getKeys()) {
            boolean isMeant = keyId == null || keyId.equals(key.getKeyID());
            if (isMeant && isFor(key, algorithm) && thumbprints.add(thumbprint(key))) {
                fitting.add(key);
            }
        }
        return fitting.subList(0, Math.min(fitting.size(), MAX_CANDIDATES));
    }

    private static boolean isFor(JWK key, IdTokenAlgorithm algorithm) {
        return isOfType(key, algorithm)
                && (key.getAlgorithm() == null
                        || algorithm.isNamed(key.getAlgorithm().getName()));
    }

    private static boolean isOfType(JWK key, IdTokenAlgorithm algorithm) {
        return switch (algorithm) {
            case RS256, RS384, RS512, PS256, PS384, PS512 -> key instanceof RSAKey;
            case ES256 -> key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
            case ES384 -> key instanceof ECKey ec && ec.getCurve().equals(Curve.P_384);
            case ES512 -> key instanceof ECKey ec && ec.getCurve().equals(Curve.P_521);
            case EDDSA -> key instanceof OctetKeyPair;
            case HS256 -> false;
        };
    }

    private static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.IdTokenAlgorithm;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Verifies the signatures of ID tokens: with the issuer's published keys, or with the client secret. Thread-safe. */
final class IdTokenSignature {

    private static final DefaultJWSVerifierFactory VERIFIERS = new DefaultJWSVerifierFactory();

    private final KeySets keySets;
    private final Again again;

    /** Reads the issuer's keys again, for a token that no known key signed. */
    interface Again {
        RereadKeys keys(ProviderId provider, URI url, ProviderDeadline deadline) throws UnreadableKeys;
    }

    /** For tokens that the issuer's own back channel sent. */
    IdTokenSignature(KeySets keySets) {
        this(keySets, keySets::fetchAgain);
    }

    IdTokenSignature(KeySets keySets, Again again) {
        this.keySets = keySets;
        this.again = again;
    }

    /**
     * Returns if the signature is valid. Where no known key fits, or none of those that fit made the signature, the keys are read
     * again: the token's key may be new.
     *
     * @throws UnreadableKeys if the issuer's keys cannot be read, or no key fits and they cannot be read again
     * @throws InvalidProviderResponse that says whether the algorithm, the key or the signature is at fault
     */
    void verify(ProviderEntry entry, Endpoints endpoints, JWSObject token, ProviderDeadline deadline)
            throws InvalidProviderResponse {
        IdTokenAlgorithm algorithm = algorithm(entry, token);
        if (algorithm == IdTokenAlgorithm.HS256) {
            verifyByClientSecret(entry, token);
            return;
        }
        URI url = endpoints.keys().orElseThrow(() -> new UnreadableKeys("the issuer's metadata names no keys"));
        if (isSigned(token, candidates(keySets.keys(entry.id(), url, deadline), token, algorithm))) {
            return;
        }
        RereadKeys reread = again.keys(entry.id(), url, deadline);
        List<JWK> candidates = candidates(reread.keys(), token, algorithm);
        if (candidates.isEmpty()) {
            throw reread.areCurrent()
                    ? IdTokenCheck.KEY.failed("the issuer publishes no key that fits the ID token's kid and algorithm")
                    : new UnreadableKeys();
        }
        if (!isSigned(token, candidates)) {
            throw IdTokenCheck.SIGNATURE.failed("the ID token's signature is by none of the issuer's keys");
        }
    }

    private static IdTokenAlgorithm algorithm(ProviderEntry entry, JWSObject token) throws InvalidProviderResponse {
        return IdTokenAlgorithm.named(token.getHeader().getAlgorithm().getName())
                .filter(entry.idTokens().algorithms()::contains)
                .orElseThrow(() -> IdTokenCheck.ALGORITHM.failed(
                        "the ID token is signed with an algorithm that id_token_algorithms does not allow"));
    }

    private static void verifyByClientSecret(ProviderEntry entry, JWSObject token) throws InvalidProviderResponse {
        Secret secret = entry.client()
                .secret()
                .orElseThrow(() -> IdTokenCheck.KEY.failed("the client has no secret to verify the ID token with"));
        try {
            if (token.verify(new MACVerifier(secret.reveal().getBytes(StandardCharsets.UTF_8)))) {
                return;
            }
        } catch (JOSEException e) {
            throw IdTokenCheck.SIGNATURE.failed("the ID token's signature cannot be verified with the client secret");
        }
        throw IdTokenCheck.SIGNATURE.failed("the ID token's signature is not by the client secret");
    }

    private static List<JWK> candidates(JWKSet keys, JWSObject token, IdTokenAlgorithm algorithm) {
        return IdTokenKeys.fitting(keys, token.getHeader().getKeyID(), algorithm);
    }

    private static boolean isSigned(JWSObject token, List<JWK> candidates) {
        return candidates.stream().anyMatch(key -> isSignedBy(token, key));
    }

    private static boolean isSignedBy(JWSObject token, JWK key) {
        try {
            return token.verify(verifier(token, key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static JWSVerifier verifier(JWSObject token, JWK key) throws JOSEException {
        return key instanceof OctetKeyPair pair
                ? new Ed25519Verification(pair)
                : VERIFIERS.createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey());
    }
}

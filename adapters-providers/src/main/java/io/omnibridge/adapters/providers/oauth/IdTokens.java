package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.credentials.Secret;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates ID tokens (OpenID Connect Core §3.1.3.7): an allowed algorithm, a signature by a key of the issuer's, and the claims
 * that concern this client and this very attempt. Each check has its own message. Thread-safe.
 */
final class IdTokens {

    private final IdTokenSignature signature;
    private final Clock clock;

    IdTokens(KeySets keySets, Clock clock) {
        this.signature = new IdTokenSignature(keySets);
        this.clock = clock;
    }

    /**
     * Verifies an ID token.
     *
     * @param nonce the nonce of the attempt
     * @throws InvalidProviderResponse if the ID token is not valid
     */
    VerifiedIdToken verify(
            ProviderEntry entry, Endpoints endpoints, String idToken, Optional<Secret> nonce, ProviderDeadline deadline)
            throws InvalidProviderResponse {
        JWSObject jws = parse(idToken);
        requireType(jws.getHeader().getType());
        signature.verify(entry, endpoints, jws, deadline);
        JsonNode payload = ProviderJson.object(jws.getPayload().toBytes())
                .orElseThrow(() -> IdTokenCheck.FORM.failed("the ID token's claims are not one JSON object"));
        IdTokenClaims claims = new IdTokenClaims(payload, clock.instant());
        claims.requireIssuer(endpoints.issuer().orElse(""));
        claims.requireAudience(entry.client().id());
        claims.requireTimes();
        claims.requireNonce(
                nonce.orElseThrow(() -> IdTokenCheck.NONCE.failed("the attempt has no nonce")),
                entry.idTokens().isNonceReturned());
        return new VerifiedIdToken(claims.subject(), payload);
    }

    private static JWSObject parse(String idToken) throws InvalidProviderResponse {
        try {
            return JWSObject.parse(idToken);
        } catch (ParseException | IllegalArgumentException e) {
            throw IdTokenCheck.FORM.failed("the ID token is not a signed JWT");
        }
    }

    /** Rejects a token of another kind that the issuer signs with the same key (RFC 8725 §3.11). */
    private static void requireType(@Nullable JOSEObjectType type) throws InvalidProviderResponse {
        boolean isIdToken = type == null
                || type.equals(JOSEObjectType.JWT)
                || type.getType().equalsIgnoreCase("application/jwt");
        if (!isIdToken) {
            throw IdTokenCheck.FORM.failed("the ID token has the typ of another kind of token");
        }
    }
}

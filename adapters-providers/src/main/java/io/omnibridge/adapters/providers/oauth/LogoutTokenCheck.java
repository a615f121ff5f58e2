package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.6). Any client can send one, so none causes more than one fetch of the
 * issuer's keys in a while. Thread-safe.
 */
final class LogoutTokenCheck {

    /** How old a token may be. */
    private static final Duration MAX_AGE = Duration.ofMinutes(2);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int MAX_LENGTH = 16 * 1024;
    private static final Set<String> TYPES = Set.of("jwt", "logout+jwt", "application/logout+jwt");

    private final IdTokenSignature signature;
    private final Clock clock;

    LogoutTokenCheck(KeySets keySets, Clock clock) {
        this.signature = new IdTokenSignature(keySets, keySets::awaitNext);
        this.clock = clock;
    }

    /**
     * Verifies a token.
     *
     * @return its claims
     * @throws InvalidProviderResponse if it fails a check
     */
    JsonNode verify(ProviderEntry entry, Endpoints endpoints, String token, ProviderDeadline deadline)
            throws InvalidProviderResponse {
        JWSObject jws = parse(token);
        JsonNode payload = ProviderJson.object(jws.getPayload().toBytes())
                .orElseThrow(() -> IdTokenCheck.FORM.failed("the logout token's claims are not one JSON object"));
        requireEvent(payload);
        IdTokenClaims claims = new IdTokenClaims(payload, clock.instant());
        claims.requireIssuer(endpoints.issuer().orElse(""));
        claims.requireAudience(entry.client().id());
        claims.requireTimes();
        requireRecent(payload);
        signature.verify(entry, endpoints, jws, deadline);
        return payload;
    }

    /** Requires an issue that is not longer ago than {@link #MAX_AGE}, in a token whose times are valid. */
    private void requireRecent(JsonNode payload) throws InvalidProviderResponse {
        Instant issuedAt = Instant.ofEpochSecond(payload.path("iat").longValue());
        if (issuedAt.isBefore(clock.instant().minus(MAX_AGE))) {
            throw IdTokenCheck.TIME.failed("the logout token is too old (iat): compare the clocks");
        }
    }

    private static JWSObject parse(String token) throws InvalidProviderResponse {
        if (token.length() > MAX_LENGTH) {
            throw IdTokenCheck.FORM.failed("the logout token is too long");
        }
        try {
            JWSObject jws = JWSObject.parse(token);
            requireType(jws.getHeader().getType());
            return jws;
        } catch (ParseException | IllegalArgumentException e) {
            throw IdTokenCheck.FORM.failed("the logout token is not a signed JWT");
        }
    }

    private static void requireType(@Nullable JOSEObjectType type) throws InvalidProviderResponse {
        if (type != null && TYPES.stream().noneMatch(type.getType()::equalsIgnoreCase)) {
            throw IdTokenCheck.FORM.failed("the logout token has the typ of another kind of token");
        }
    }

    /** An ID token is no logout token: it has no such event, and may have a nonce. */
    private static void requireEvent(JsonNode payload) throws InvalidProviderResponse {
        if (!payload.path("events").path(EVENT).isObject()) {
            throw IdTokenCheck.FORM.failed("the logout token is about no logout (events)");
        }
        if (payload.has("nonce")) {
            throw IdTokenCheck.NONCE.failed("the logout token has a nonce");
        }
    }
}

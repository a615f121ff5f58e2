package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.credentials.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Claims of one ID token whose signature is valid (OpenID Connect Core §2, §3.1.3.7). A claim that is null counts as missing. */
final class IdTokenClaims {

    /** How far the provider's clock may differ. */
    private static final Duration MAX_SKEW = Duration.ofSeconds(60);

    /** The last second of the year 9999. */
    private static final double LAST_SECOND = 253_402_300_799d;

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final JsonNode claims;
    private final Instant now;

    IdTokenClaims(JsonNode claims, Instant now) {
        this.claims = claims;
        this.now = now;
    }

    /** @param issuer the expected issuer, in which {@code {tid}} stands for the claim of that name */
    void requireIssuer(String issuer) throws InvalidProviderResponse {
        String expected = issuer;
        if (issuer.contains("{tid}")) {
            String tenant = ProviderJson.text(claims, "tid")
                    .filter(it -> TENANT.matcher(it).matches())
                    .orElseThrow(() -> IdTokenCheck.ISSUER.failed("the ID token names no directory (tid)"));
            expected = issuer.replace("{tid}", tenant);
        }
        if (!ProviderJson.text(claims, "iss").equals(Optional.of(expected))) {
            throw IdTokenCheck.ISSUER.failed("the ID token is of another issuer (iss)");
        }
    }

    /** Requires this client in {@code aud}, and as {@code azp} where that is there, as it must be with several audiences. */
    void requireAudience(String clientId) throws InvalidProviderResponse {
        List<String> audience = audience();
        if (!audience.contains(clientId)) {
            throw IdTokenCheck.AUDIENCE.failed("the ID token is for another audience (aud)");
        }
        JsonNode party = claims.path("azp");
        boolean isPresent = !party.isMissingNode() && !party.isNull();
        boolean isThisClient = isPresent ? clientId.equals(party.textValue()) : audience.size() == 1;
        if (!isThisClient) {
            throw IdTokenCheck.AUDIENCE.failed("the ID token is for another client (azp)");
        }
    }

    private List<String> audience() throws InvalidProviderResponse {
        JsonNode audience = claims.path("aud");
        if (audience.isTextual()) {
            return List.of(audience.textValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : audience) {
            if (!audience.isArray() || !item.isTextual()) {
                throw IdTokenCheck.AUDIENCE.failed("the ID token has an invalid audience (aud)");
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** Requires an expiry to come and an issue that is past, each with some leeway. */
    void requireTimes() throws InvalidProviderResponse {
        if (!now.isBefore(time("exp").plus(MAX_SKEW))) {
            throw IdTokenCheck.TIME.failed("the ID token has expired (exp)");
        }
        if (time("iat").isAfter(now.plus(MAX_SKEW))) {
            throw IdTokenCheck.TIME.failed("the ID token is issued in the future (iat): compare the clocks");
        }
        if (claims.hasNonNull("nbf") && time("nbf").isAfter(now.plus(MAX_SKEW))) {
            throw IdTokenCheck.TIME.failed("the ID token is not valid yet (nbf): compare the clocks");
        }
    }

    /** Returns a time in seconds since 1970, of which a fraction is dropped (RFC 7519 §2). */
    private Instant time(String claim) throws InvalidProviderResponse {
        JsonNode value = claims.path(claim);
        boolean isTime = value.isNumber() && value.doubleValue() > 0 && value.doubleValue() <= LAST_SECOND;
        if (!isTime) {
            throw IdTokenCheck.TIME.failed("the ID token has no valid time (" + claim + ")");
        }
        return Instant.ofEpochSecond((long) value.doubleValue());
    }

    /** @param isRequired whether the claim must be there; another nonce than that of the attempt is never accepted */
    void requireNonce(Secret nonce, boolean isRequired) throws InvalidProviderResponse {
        JsonNode value = claims.path("nonce");
        if (value.isMissingNode() || value.isNull()) {
            if (isRequired) {
                throw IdTokenCheck.NONCE.failed("the ID token has no nonce: see nonce_returned");
            }
        } else if (!isSame(nonce, value)) {
            throw IdTokenCheck.NONCE.failed("the ID token is of another attempt (nonce)");
        }
    }

    private static boolean isSame(Secret nonce, JsonNode value) {
        try {
            return value.isTextual() && nonce.equals(new Secret(value.textValue()));
        } catch (InvalidValue e) {
            return false;
        }
    }

    /** Returns the subject. */
    String subject() throws InvalidProviderResponse {
        return ProviderJson.text(claims, "sub")
                .orElseThrow(() -> IdTokenCheck.SUBJECT.failed("the ID token names no subject (sub)"));
    }
}

package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings for the verification of the users' JWTs. */
final class JwtSettings {

    private static final String SECRET = "OMNIBRIDGE_JWT_SECRET";
    private static final String JWKS_URL = "OMNIBRIDGE_JWKS_URL";

    private final Settings settings;

    JwtSettings(Settings settings) {
        this.settings = settings;
    }

    /** Reads the policy. Each setting is checked beside valid others, so that each problem names its own setting. */
    Optional<JwtPolicy> policy() {
        Optional<String> issuer = issuer();
        Optional<String> audience = required("OMNIBRIDGE_JWT_AUDIENCE", JwtSettings::audience);
        String userClaim = userClaim();
        Duration leeway =
                settings.read("OMNIBRIDGE_JWT_LEEWAY", JwtSettings::leeway).orElse(Duration.ofSeconds(30));
        boolean requireAtJwt =
                settings.read("OMNIBRIDGE_JWT_REQUIRE_AT_JWT", Values::bool).orElse(false);
        boolean requireScopes =
                settings.read("OMNIBRIDGE_REQUIRE_SCOPES", Values::bool).orElse(false);
        return issuer.flatMap(
                iss -> audience.map(aud -> new JwtPolicy(iss, aud, userClaim, leeway, requireAtJwt, requireScopes)));
    }

    /** Returns the issuer of the users' JWTs. */
    Optional<String> issuer() {
        return required("OMNIBRIDGE_JWT_ISSUER", JwtSettings::issuer);
    }

    /** Returns the claim whose value is the user id. */
    String userClaim() {
        return settings.read("OMNIBRIDGE_JWT_USER_CLAIM", JwtSettings::userClaim)
                .orElse("sub");
    }

    private static String issuer(String value) {
        return new JwtPolicy(value, "any", "sub", Duration.ZERO, false, false).issuer();
    }

    private static String audience(String value) {
        return new JwtPolicy("any", value, "sub", Duration.ZERO, false, false).audience();
    }

    private static String userClaim(String value) {
        return new JwtPolicy("any", "any", value, Duration.ZERO, false, false).userClaim();
    }

    private static Duration leeway(String value) {
        return new JwtPolicy("any", "any", "sub", Values.duration(value), false, false).leeway();
    }

    /** @param egress the way of the calls that fetch the issuer's keys */
    Optional<JwtKeys> keys(Egress egress) {
        Optional<JwtKeys> shared = settings.watched().read(SECRET, HmacKey::new).map(JwtKeys.Shared::new);
        Optional<JwtKeys> published = settings.read(JWKS_URL, value -> new JwtKeys.Published(endpoint(value), egress));
        if (settings.isSet(SECRET) == settings.isSet(JWKS_URL)) {
            settings.reject(SECRET, "or " + JWKS_URL + ": exactly one of them is required");
        }
        return shared.or(() -> published);
    }

    private JwksEndpoint endpoint(String value) {
        try {
            return new JwksEndpoint(new URI(value), settings.isCleartextAllowed());
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be an absolute URL");
        }
    }

    private Optional<String> required(String name, Function<String, String> reader) {
        settings.require(name);
        return settings.read(name, reader);
    }
}

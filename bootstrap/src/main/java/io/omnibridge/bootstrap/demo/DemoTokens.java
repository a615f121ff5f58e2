package io.omnibridge.bootstrap.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.omnibridge.domain.identity.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** The JWTs of {@link DemoIssuer}, signed with a key that lives as long as the process. Thread-safe. */
final class DemoTokens {

    static final Duration LIFETIME = Duration.ofHours(1);

    /** The audience of the API. */
    private static final String API = "omnibridge";

    private final String issuer;
    private final ECKey key;
    private final Clock clock;

    DemoTokens(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
        try {
            this.key = new ECKeyGenerator(Curve.P_256).keyID("demo").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    String issuer() {
        return issuer;
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    /** Returns an ID token (OpenID Connect Core §2). */
    String id(DemoSignIn signIn) {
        JWTClaimsSet.Builder claims = claims(signIn.person(), DemoAuthorization.CLIENT_ID)
                .claim("name", signIn.person() + " of the demo")
                .claim("email", signIn.person() + "@demo.example");
        signIn.nonce().ifPresent(nonce -> claims.claim("nonce", nonce));
        return signed("JWT", claims.build());
    }

    /** Returns an access token for the API (RFC 9068). */
    String forApi(String person) {
        return signed(
                "at+jwt",
                claims(person, API)
                        .claim("client_id", DemoAuthorization.CLIENT_ID)
                        .claim("scope", String.join(" ", Permission.allScopes()))
                        .build());
    }

    private JWTClaimsSet.Builder claims(String person, String audience) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(person)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    private String signed(String type, JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key signs for its own curve", e);
        }
        return jwt.serialize();
    }
}

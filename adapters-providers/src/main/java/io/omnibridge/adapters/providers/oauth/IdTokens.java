package io.omnibridge.adapters.providers.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.domain.credentials.Secret;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Validates ID tokens (OpenID Connect Core §3.1.3.7): the signature by a published key of the issuer, {@code iss}, {@code aud},
 * {@code azp}, {@code exp} and the nonce of the attempt. Thread-safe.
 */
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final KeySets keySets;
    private final Clock clock;

    IdTokens(KeySets keySets, Clock clock) {
        this.keySets = keySets;
        this.clock = clock;
    }

    /**
     * Returns the subject of a valid ID token.
     *
     * @throws InvalidProviderResponse if it is not valid, or the issuer's keys cannot be read
     */
    String subject(ProviderEntry entry, Endpoints endpoints, String idToken, Optional<Secret> nonce, Deadline deadline)
            throws InvalidProviderResponse {
        try {
            SignedJWT jwt = SignedJWT.parse(idToken);
            URI url = endpoints.keys().orElseThrow(() -> new InvalidProviderResponse("the issuer publishes no keys"));
            Optional<String> keyId = Optional.ofNullable(jwt.getHeader().getKeyID());
            JWKSet keys = keySets.keys(entry.id(), url, keyId, deadline);
            JWTClaimsSet claims = processor(entry, keys, nonce).process(jwt, null);
            requireIssuer(endpoints, claims);
            requireAuthorizedParty(entry, claims);
            return Optional.ofNullable(claims.getSubject())
                    .filter(subject -> !subject.isEmpty())
                    .orElseThrow(() -> new InvalidProviderResponse("the ID token names no subject"));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new InvalidProviderResponse("the ID token is not valid");
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(ProviderEntry entry, JWKSet keys, Optional<Secret> nonce)
            throws InvalidProviderResponse {
        String expected = nonce.orElseThrow(() -> new InvalidProviderResponse("the attempt has no nonce"))
                .reveal();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new ClaimsVerifier(entry.client().id(), expected));
        return processor;
    }

    private static void requireIssuer(Endpoints endpoints, JWTClaimsSet claims)
            throws InvalidProviderResponse, ParseException {
        String tenant = Optional.ofNullable(claims.getStringClaim("tid")).orElse("");
        String issuer = endpoints.issuer().orElse("");
        boolean isTenant = !issuer.contains("{tid}") || TENANT.matcher(tenant).matches();
        if (!isTenant || !issuer.replace("{tid}", tenant).equals(claims.getIssuer())) {
            throw new InvalidProviderResponse("the ID token is of another issuer");
        }
    }

    private static void requireAuthorizedParty(ProviderEntry entry, JWTClaimsSet claims)
            throws InvalidProviderResponse, ParseException {
        Optional<String> party = Optional.ofNullable(claims.getStringClaim("azp"));
        List<String> audience = claims.getAudience();
        if (party.isEmpty()
                ? audience.size() > 1
                : !party.get().equals(entry.client().id())) {
            throw new InvalidProviderResponse("the ID token is for another client");
        }
    }

    /** The library's checks, with this service's clock. */
    private final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {

        ClaimsVerifier(String clientId, String nonce) {
            super(
                    clientId,
                    new JWTClaimsSet.Builder().claim("nonce", nonce).build(),
                    Set.of("iss", "sub", "aud", "exp", "iat", "nonce"));
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}

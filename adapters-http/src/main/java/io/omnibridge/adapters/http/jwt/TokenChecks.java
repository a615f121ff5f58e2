package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * All checks of a token, the cheapest first: form, header, claims, time, key, signature. So neither a made-up nor an expired
 * token costs a signature check or a fetch of the issuer's keys. Thread-safe.
 */
final class TokenChecks {

    private final JwtPolicy policy;
    private final KeySource keys;
    private final Clock clock;
    private final ClaimChecks claims;
    private final SignatureCheck signature;

    TokenChecks(JwtPolicy policy, KeySource keys, Clock clock) {
        this.policy = policy;
        this.keys = keys;
        this.clock = clock;
        this.claims = new ClaimChecks(policy);
        this.signature = new SignatureCheck(policy);
    }

    /**
     * Verifies a token.
     *
     * @throws InvalidToken if it fails a check
     * @throws KeysUnavailable if it passed the checks before the key, and the issuer's keys are unknown
     */
    VerifiedToken check(String token) {
        CompactToken parsed = CompactToken.parse(token);
        TokenHeader header = TokenHeader.read(parsed.header(), keys.algorithms(), policy.requireAtJwt());
        InvalidToken.unless(header.algorithm().signsWith(parsed.signatureLength()), RefusalReason.SIGNATURE);
        VerifiedToken verified = claims.check(new Claims(parsed.payload()));
        Instant now = clock.instant();
        verified.requireValidAt(now);
        List<Algorithm> fitting = keys.find(header);
        signature.check(token, fitting, now);
        return verified;
    }
}

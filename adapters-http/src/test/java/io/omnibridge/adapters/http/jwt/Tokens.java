package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Tokens of one issuer at one instant, and assertions on their verification. */
final class Tokens {

    static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final JwtPolicy POLICY =
            new JwtPolicy("https://issuer.example", "omnibridge", "sub", Duration.ofSeconds(30), false, true);
    static final String SECRET = "Zk7q-Vw2mXu9eRb4TnCy8HsLdPf3GjAa";
    static final Signer SIGNER = Signer.hmac(SECRET);
    static final Caller ALICE = new Caller(new UserId("alice"), Optional.empty(), Set.of());

    static final RawJson HEADER = RawJson.empty().with("alg", "\"HS256\"");
    static final RawJson CLAIMS = RawJson.empty()
            .with("iss", "\"https://issuer.example\"")
            .with("aud", "\"omnibridge\"")
            .with("sub", "\"alice\"")
            .with("exp", "1800000060");

    private Tokens() {}

    static TokenVerifier verifier() {
        return verifier(POLICY);
    }

    static TokenVerifier verifier(JwtPolicy policy) {
        return Verifiers.hmac(policy, new HmacKey(SECRET), CLOCK);
    }

    static String signed(Object header, Object payload) {
        return signed(header, payload, SIGNER);
    }

    static String signed(Object header, Object payload, Signer signer) {
        return signed(utf8(header), utf8(payload), signer);
    }

    static String signed(byte[] header, byte[] payload, Signer signer) {
        String input = base64(header) + "." + base64(payload);
        try {
            return input + "." + base64(signer.sign(utf8(input)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] utf8(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void assertRejected(RefusalReason reason, TokenVerifier verifier, String token) {
        assertEquals(
                reason,
                assertThrows(InvalidToken.class, () -> verifier.verify(token), token)
                        .reason(),
                token);
    }

    /** Returns whether the verifier rejects the token, for any reason. */
    static boolean rejects(TokenVerifier verifier, String token) {
        try {
            verifier.verify(token);
            return false;
        } catch (InvalidToken e) {
            return true;
        }
    }

    static void assertRejected(TokenVerifier verifier, String token) {
        assertThrows(InvalidToken.class, () -> verifier.verify(token), token);
    }
}

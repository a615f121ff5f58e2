package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.CLOCK;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.POLICY;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.auth0.jwt.algorithms.Algorithm;
import io.omnibridge.domain.identity.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CachingVerifierTest {

    private final ChangingKeys keys = new ChangingKeys();
    private final TokenVerifier verifier = new CachingVerifier(new TokenChecks(POLICY, keys, CLOCK), keys, CLOCK, 1000);
    private final String token = signed(HEADER, CLAIMS);

    @Test
    void a_token_is_verified_once() {
        assertSame(verifier.verify(token), verifier.verify(token));
        assertEquals(1, keys.used);
    }

    @Test
    void another_token_of_the_same_user_is_verified_too() {
        Caller first = verifier.verify(token);
        assertNotSame(first, verifier.verify(signed(HEADER, CLAIMS.with("jti", "1"))));
        assertEquals(2, keys.used);
    }

    @Test
    @Tag("J15")
    void a_change_of_keys_clears_the_cache() {
        verifier.verify(token);
        keys.replace(new HmacKey("another key for the same algorithm"));
        assertRejected(RefusalReason.SIGNATURE, verifier, token);
    }

    @Test
    @Tag("J15")
    void a_check_that_overlaps_a_change_of_keys_is_not_cached() {
        keys.afterUse = () -> keys.replace(new HmacKey("another key for the same algorithm"));
        assertEquals(ALICE, verifier.verify(token));
        keys.afterUse = () -> {};
        assertRejected(RefusalReason.SIGNATURE, verifier, token);
    }

    @Test
    @Tag("J11")
    void a_cached_token_is_not_accepted_without_keys() {
        verifier.verify(token);
        keys.inForce = Optional.empty();
        assertThrows(KeysUnavailable.class, () -> verifier.verify(token));
    }

    @Test
    void a_rejection_is_not_cached() {
        String forged = signed(HEADER, CLAIMS, Signer.hmac("another key for the same algorithm"));
        assertRejected(RefusalReason.SIGNATURE, verifier, forged);
        keys.replace(new HmacKey("another key for the same algorithm"));
        assertEquals(ALICE, verifier.verify(forged));
    }

    /** One secret at a time. */
    private static final class ChangingKeys implements KeySource {

        private Optional<KeySet> inForce = Optional.empty();
        private Runnable afterUse = () -> {};
        private int used;

        ChangingKeys() {
            replace(new HmacKey(Tokens.SECRET));
        }

        void replace(HmacKey key) {
            Algorithm algorithm = key.algorithm();
            inForce = Optional.of(header -> List.of(algorithm));
        }

        @Override
        public Set<SignatureAlgorithm> algorithms() {
            return SignatureAlgorithm.SYMMETRIC;
        }

        @Override
        public Optional<KeySet> inForce() {
            return inForce;
        }

        @Override
        public List<Algorithm> find(TokenHeader header) {
            used++;
            KeySet found = inForce.orElseThrow(KeysUnavailable::new);
            afterUse.run();
            return found.find(header);
        }
    }
}

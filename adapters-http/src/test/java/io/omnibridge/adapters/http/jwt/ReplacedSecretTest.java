package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.ALICE;
import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shared secret is replaced while the process runs. */
@Tag("P9")
class ReplacedSecretTest {

    private static final String OTHER = "a4Fj9-Lq1sYt6uWz8cEe3fGh5jKm7nPx";

    private final AtomicReference<HmacKey> key = new AtomicReference<>(new HmacKey(Tokens.SECRET));
    private final TokenVerifier verifier = Verifiers.hmac(Tokens.POLICY, key::get, Tokens.CLOCK);

    @Test
    void tokens_of_the_new_secret_are_accepted_and_those_of_the_former_one_are_not() {
        String former = signed(HEADER, CLAIMS);
        String replacing = signed(HEADER, CLAIMS, Signer.hmac(OTHER));
        assertEquals(ALICE, verifier.verify(former));
        assertRejected(RefusalReason.SIGNATURE, verifier, replacing);

        key.set(new HmacKey(OTHER));

        assertEquals(ALICE, verifier.verify(replacing));
        assertRejected(RefusalReason.SIGNATURE, verifier, former);
    }
}

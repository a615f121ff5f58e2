package io.omnibridge.adapters.providers.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("O15")
@Timeout(60)
class KeySetsTest {

    private static final ProviderId PROVIDER = new ProviderId("corporate");
    private static final RawJson FIRST = TestKeys.published("first", TestKeys.P256);
    private static final RawJson SECOND = TestKeys.published("second", TestKeys.RSA);

    private final MutableClock clock = new MutableClock(Instant.EPOCH);
    private final KeyServer issuer = new KeyServer(TestKeys.set(FIRST));
    private final KeySets keySets = new KeySets(new Transport(Egress.DIRECT), clock);

    @AfterEach
    void close() {
        keySets.close();
        issuer.close();
    }

    @Test
    void keys_are_fetched_once_for_many_id_tokens() throws InvalidProviderResponse {
        assertEquals(List.of("first"), keys());
        assertEquals(List.of("first"), keys());
        assertEquals(1, issuer.requests());
    }

    @Test
    @Tag("T25")
    void keys_can_be_fetched_again_at_once() throws InvalidProviderResponse {
        keys();
        issuer.publish(TestKeys.set(FIRST, SECOND));

        assertEquals(List.of("first"), keys());
        assertEquals(1, issuer.requests());

        assertEquals(
                List.of("first", "second"),
                ids(keySets.fetchAgain(PROVIDER, issuer.endpoint().url(), deadline())
                        .keys()));
        assertEquals(List.of("first", "second"), keys());
        assertEquals(2, issuer.requests());
    }

    @Test
    void the_last_good_keys_are_used_for_a_day_without_the_issuer() throws InvalidProviderResponse {
        keys();
        issuer.fail(503);

        clock.advance(Duration.ofHours(24));
        assertEquals(List.of("first"), keys());

        clock.advance(Duration.ofSeconds(1));
        assertThrows(InvalidProviderResponse.class, () -> keys());
    }

    @Test
    void keys_that_cannot_be_read_are_an_invalid_response() {
        issuer.publish("{}");

        assertEquals(
                "the issuer's keys cannot be read",
                assertThrows(InvalidProviderResponse.class, () -> keys()).getMessage());
        assertEquals(
                "the issuer's keys cannot be read (not a JSON Web Key Set)",
                assertThrows(
                                InvalidProviderResponse.class,
                                () -> keySets.fetch(issuer.endpoint().url()))
                        .getMessage());
    }

    @Test
    @Tag("J13")
    void a_weak_key_or_one_for_encryption_is_not_used() throws InvalidProviderResponse {
        issuer.publish(
                TestKeys.set(TestKeys.published("weak", TestKeys.WEAK_RSA), SECOND.with("use", "\"enc\""), FIRST));

        assertEquals(List.of("first"), keys());
    }

    @Test
    void another_url_replaces_the_keys_of_a_provider() throws InvalidProviderResponse {
        keys();
        try (KeyServer other = new KeyServer(TestKeys.set(SECOND))) {
            assertEquals(
                    List.of("second"),
                    ids(keySets.keys(PROVIDER, other.endpoint().url(), deadline())));
        }
    }

    private List<String> keys() throws InvalidProviderResponse {
        return ids(keySets.keys(PROVIDER, issuer.endpoint().url(), deadline()));
    }

    private ProviderDeadline deadline() {
        return new ProviderDeadline(clock, Duration.ofSeconds(30));
    }

    private static List<String> ids(JWKSet keys) {
        return keys.getKeys().stream().map(JWK::getKeyID).toList();
    }
}

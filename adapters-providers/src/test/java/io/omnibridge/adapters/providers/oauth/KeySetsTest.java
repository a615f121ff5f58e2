package io.omnibridge.adapters.providers.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final KeySets keySets = new KeySets(new Transport(), clock);

    @AfterEach
    void close() {
        keySets.close();
        issuer.close();
    }

    @Test
    void keys_are_fetched_once_for_many_id_tokens() throws InvalidProviderResponse {
        assertEquals(List.of("first"), keys("first"));
        assertEquals(List.of("first"), keys("first"));
        assertEquals(1, issuer.requests());
    }

    @Test
    void an_unknown_key_id_causes_one_fetch_per_cool_down() throws InvalidProviderResponse {
        keys("first");
        issuer.publish(TestKeys.set(FIRST, SECOND));

        assertEquals(List.of("first"), keys("second"));
        assertEquals(1, issuer.requests());

        clock.advance(Duration.ofSeconds(30));
        assertEquals(List.of("first", "second"), keys("second"));
        assertEquals(2, issuer.requests());
    }

    @Test
    void the_last_good_keys_are_used_for_a_day_without_the_issuer() throws InvalidProviderResponse {
        keys("first");
        issuer.fail(503);

        clock.advance(Duration.ofHours(24));
        assertEquals(List.of("first"), keys("first"));

        clock.advance(Duration.ofSeconds(1));
        assertThrows(InvalidProviderResponse.class, () -> keys("first"));
    }

    @Test
    void keys_that_cannot_be_read_are_an_invalid_response() {
        issuer.publish("{}");

        assertEquals(
                "the issuer's keys cannot be read",
                assertThrows(InvalidProviderResponse.class, () -> keys("first")).getMessage());
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
                TestKeys.set(TestKeys.published("weak", TestKeys.rsa(1024)), SECOND.with("use", "\"enc\""), FIRST));

        assertEquals(List.of("first"), keys("first"));
    }

    @Test
    void another_url_replaces_the_keys_of_a_provider() throws InvalidProviderResponse {
        keys("first");
        try (KeyServer other = new KeyServer(TestKeys.set(SECOND))) {
            assertEquals(
                    List.of("second"),
                    ids(keySets.keys(PROVIDER, other.endpoint().url(), Optional.empty(), deadline())));
        }
    }

    private List<String> keys(String keyId) throws InvalidProviderResponse {
        return ids(keySets.keys(PROVIDER, issuer.endpoint().url(), Optional.of(keyId), deadline()));
    }

    private Deadline deadline() {
        return new Deadline(clock, Duration.ofSeconds(30));
    }

    private static List<String> ids(JWKSet keys) {
        return keys.getKeys().stream().map(JWK::getKeyID).toList();
    }
}

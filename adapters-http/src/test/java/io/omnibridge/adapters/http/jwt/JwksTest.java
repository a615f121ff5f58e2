package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.support.testing.TestKeys.P256;
import static io.omnibridge.adapters.support.testing.TestKeys.P384;
import static io.omnibridge.adapters.support.testing.TestKeys.P521;
import static io.omnibridge.adapters.support.testing.TestKeys.RSA;
import static io.omnibridge.adapters.support.testing.TestKeys.published;
import static io.omnibridge.adapters.support.testing.TestKeys.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.support.jwks.PublishedKeys;
import io.omnibridge.adapters.support.testing.RawJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which algorithms a published key is used with. */
@Tag("J1")
class JwksTest {

    private static final RawJson KEY = published("key", RSA);

    @Test
    void a_key_without_an_algorithm_has_all_of_its_type() {
        assertEquals(SignatureAlgorithm.RSA, algorithms(KEY));
        assertEquals(Set.of(SignatureAlgorithm.ES256), algorithms(published("key", P256)));
        assertEquals(Set.of(SignatureAlgorithm.ES384), algorithms(published("key", P384)));
        assertEquals(Set.of(SignatureAlgorithm.ES512), algorithms(published("key", P521)));
    }

    @Test
    void the_algorithm_of_a_key_is_its_only_one() {
        assertEquals(Set.of(SignatureAlgorithm.RS384), algorithms(KEY.with("alg", "\"RS384\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA-OAEP", "PS256", "ES256", "HS256", "rs256", "none", ""})
    void a_key_for_another_algorithm_is_skipped(String algorithm) {
        assertEquals(List.of(), keys(KEY.with("alg", '"' + algorithm + '"')));
        assertEquals(
                1,
                keys(KEY.with("alg", '"' + algorithm + '"'), published("good", P256))
                        .size());
    }

    private static Set<SignatureAlgorithm> algorithms(RawJson key) {
        return keys(key).get(0).algorithms();
    }

    private static List<VerificationKey> keys(RawJson... published) {
        return Jwks.of(PublishedKeys.read(Tokens.utf8(set(published))).orElseThrow())
                .keys();
    }
}

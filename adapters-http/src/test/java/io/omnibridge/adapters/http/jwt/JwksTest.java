package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Keys.P256;
import static io.omnibridge.adapters.http.jwt.Keys.published;
import static io.omnibridge.adapters.http.jwt.Keys.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksTest {

    @Test
    void a_set_may_be_empty() {
        assertEquals(Optional.of(new Jwks(List.of())), Jwks.parse(Tokens.utf8(set())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":null}",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[]} x"
            })
    void what_is_no_key_set_is_not_read_as_an_empty_one(String text) {
        assertTrue(Jwks.parse(Tokens.utf8(text)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"key\"", "[]", "{}"})
    void an_element_that_is_no_key_is_skipped(String element) {
        String keys = "{\"keys\":[" + element + "," + published("good", P256) + "]}";
        assertEquals(1, Jwks.parse(Tokens.utf8(keys)).orElseThrow().keys().size());
    }
}

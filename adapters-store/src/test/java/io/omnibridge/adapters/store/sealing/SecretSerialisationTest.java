package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealingSamples.GRANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jackson serializes no object that has a secret. */
@Tag("S2")
class SecretSerialisationTest {

    static Object[] holders() {
        return new Object[] {
            GRANT,
            GRANT.credentials(),
            GRANT.credentials().accessToken(),
            Map.of("token", GRANT.credentials().accessToken())
        };
    }

    @ParameterizedTest
    @MethodSource("holders")
    void an_object_with_a_secret_is_refused(Object holder) {
        JsonMappingException refusal =
                assertThrows(JsonMappingException.class, () -> new ObjectMapper().writeValueAsString(holder));

        assertFalse(refusal.toString().contains("canary"));
    }

    @Test
    void a_writer_that_does_not_mind_empty_objects_writes_one() throws JsonProcessingException {
        ObjectMapper lenient = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

        assertEquals("{}", lenient.writeValueAsString(GRANT.credentials().accessToken()));
    }
}

package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.problem.FieldError;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.domain.InvalidValue;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JsonObjectReaderTest {

    private static final int BAD_ELEMENTS = 32_600;

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    @Test
    @Tag("A25")
    void the_elements_behind_the_hundredth_error_are_not_read() {
        for (int i = 0; i < BAD_ELEMENTS; i++) {
            body.withArray("scopes").add(" ");
        }
        AtomicInteger read = new AtomicInteger();
        JsonObjectReader members = new JsonObjectReader(body);

        members.optional("scopes", members.arrayOf("scopes", value -> refuse(value, read)));

        assertEquals(100, read.get());
        List<FieldError> errors = errors(members);
        assertEquals(100, errors.size());
        assertEquals("/scopes/99", errors.get(99).pointer());
    }

    @Test
    @Tag("A25")
    void unknown_members_end_with_the_hundredth_error_too() {
        for (int i = 0; i < BAD_ELEMENTS; i++) {
            body.put("unknown" + i, 1);
        }

        assertEquals(100, errors(new JsonObjectReader(body, Set.of("provider"))).size());
    }

    @Test
    @Tag("A25")
    void an_invalid_value_carries_no_stack_trace() {
        assertEquals(0, new InvalidValue("must be better").getStackTrace().length);
    }

    private static String refuse(JsonNode value, AtomicInteger read) {
        read.incrementAndGet();
        throw new InvalidValue("must not be '" + value.getNodeType() + "'");
    }

    private static List<FieldError> errors(JsonObjectReader members) {
        return assertThrows(ProblemException.class, members::throwIfInvalid)
                .problem()
                .errors();
    }
}

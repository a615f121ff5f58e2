package io.omnibridge.adapters.http.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One response of the server.
 *
 * @param headers the values of each header, by name in lower case
 */
public record TestResponse(int status, Map<String, List<String>> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the value of a header; fails unless the header occurs exactly once. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        assertEquals(1, values.size(), () -> name + " of " + this);
        return values.get(0);
    }

    /** Parses the body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** Returns the pointers of all invalid members. */
    public List<String> pointers() {
        return json().findValuesAsText("pointer");
    }

    /** Asserts that this is a complete problem document with this status and code. */
    public TestResponse isProblem(int status, String code) {
        assertEquals(status, this.status, this::toString);
        assertEquals("application/problem+json", header("content-type"));
        assertEquals(status, json().path("status").intValue(), this::toString);
        assertEquals(code, json().path("code").textValue(), this::toString);
        assertEquals("about:blank", json().path("type").textValue());
        assertFalse(json().path("title").textValue().isEmpty());
        assertFalse(json().path("detail").textValue().isEmpty());
        assertEquals(header("x-request-id"), json().path("request_id").textValue());
        return hasCommonHeaders();
    }

    /** Asserts what every response has and lacks. */
    public TestResponse hasCommonHeaders() {
        assertEquals("no-store", header("cache-control"));
        assertEquals("nosniff", header("x-content-type-options"));
        assertTrue(header("x-request-id").matches("[A-Za-z0-9._-]{1,64}"));
        assertFalse(headers.containsKey("server"), this::toString);
        assertFalse(headers.containsKey("x-powered-by"), this::toString);
        assertFalse(headers.containsKey("set-cookie"), this::toString);
        assertTrue(headers.keySet().stream().noneMatch(name -> name.startsWith("access-control")), this::toString);
        assertFalse(body.matches("(?is).*(jetty|javalin|eclipse|exception|\\bat [a-z]+\\.).*"), this::toString);
        return this;
    }

    /** Asserts the status and the common headers. */
    public TestResponse is(int status) {
        assertEquals(status, this.status, this::toString);
        return hasCommonHeaders();
    }

    /** Returns the body without the request id, which differs in every response. */
    public String bodyWithoutRequestId() {
        return body.replace(header("x-request-id"), "-");
    }

    /** Returns all headers except those that differ in every response, and the length, which a response to HEAD may omit. */
    public Map<String, List<String>> comparableHeaders() {
        Map<String, List<String>> comparable = new TreeMap<>(headers);
        comparable.keySet().removeAll(List.of("x-request-id", "date", "content-length"));
        return comparable;
    }
}

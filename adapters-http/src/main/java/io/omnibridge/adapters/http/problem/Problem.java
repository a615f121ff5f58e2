package io.omnibridge.adapters.http.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An error in words that the caller can use (RFC 9457).
 *
 * @param detail one sentence about this occurrence; never a value that may be confidential
 * @param errors the members of the body that are wrong; empty unless the body is
 * @param headers response headers that belong to the error, such as {@code Allow}
 */
public record Problem(ProblemCode code, String detail, List<FieldError> errors, Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    public static Problem invalidMembers(List<FieldError> errors) {
        return new Problem(
                ProblemCode.INVALID_REQUEST, "The body has members that cannot be accepted.", errors, Map.of());
    }

    /** A problem that passes by itself: the caller is told to try again in a second (RFC 9110 §10.2.3). */
    public static Problem passing(ProblemCode code, String detail) {
        return new Problem(code, detail).withHeader("Retry-After", "1");
    }

    /** This problem with one more response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, more);
    }
}

package io.omnibridge.adapters.http.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Error response (RFC 9457). Immutable.
 *
 * @param detail one sentence about this occurrence; never contains a confidential value
 * @param errors the invalid members of the request's body; empty unless the body is invalid
 * @param headers response headers that belong to the error, such as {@code Allow}
 * @param members further members, such as a machine-readable {@code reason} that refines the code
 */
public record Problem(
        ProblemCode code,
        String detail,
        List<FieldError> errors,
        Map<String, String> headers,
        Map<String, String> members) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
        members = Map.copyOf(members);
    }

    /** Creates a problem with a code and a detail only. */
    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of(), Map.of());
    }

    /** Returns the problem of a body whose members are invalid. */
    public static Problem invalidMembers(List<FieldError> errors) {
        return new Problem(ProblemCode.INVALID_REQUEST, "The body has invalid members.", errors, Map.of(), Map.of());
    }

    /** Returns the problem of one well-formed member that is rejected for a reason with its own code. */
    public static Problem rejectedMember(ProblemCode code, String detail, FieldError error) {
        return new Problem(code, detail, List.of(error), Map.of(), Map.of());
    }

    /** Returns a temporary problem: {@code Retry-After} tells the caller to retry after one second (RFC 9110 §10.2.3). */
    public static Problem temporary(ProblemCode code, String detail) {
        return new Problem(code, detail).withHeader("Retry-After", "1");
    }

    /** Returns this problem with one more response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, more, members);
    }

    /** Returns this problem with one more member. */
    public Problem with(String member, String value) {
        Map<String, String> more = new TreeMap<>(members);
        more.put(member, value);
        return new Problem(code, detail, errors, headers, more);
    }
}

package io.omnibridge.adapters.http.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An error in words that the caller can use (RFC 9457).
 *
 * @param detail one sentence about this occurrence; never a value that may be confidential
 * @param errors the members of the body that are wrong; empty unless the body is
 * @param headers response headers that belong to the error, such as {@code Allow}
 * @param reason what the code leaves open, as a word for machines
 */
public record Problem(
        ProblemCode code,
        String detail,
        List<FieldError> errors,
        Map<String, String> headers,
        Optional<String> reason) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(reason, "reason");
    }

    public Problem(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of(), Optional.empty());
    }

    public static Problem invalidMembers(List<FieldError> errors) {
        return new Problem(
                ProblemCode.INVALID_REQUEST,
                "The body has members that cannot be accepted.",
                errors,
                Map.of(),
                Optional.empty());
    }

    /** A member of the body that is well-formed and cannot be accepted all the same, for a reason with a code of its own. */
    public static Problem refusedMember(ProblemCode code, String detail, FieldError error) {
        return new Problem(code, detail, List.of(error), Map.of(), Optional.empty());
    }

    /** A problem that passes by itself: the caller is told to try again in a second (RFC 9110 §10.2.3). */
    public static Problem passing(ProblemCode code, String detail) {
        return new Problem(code, detail).withHeader("Retry-After", "1");
    }

    /** This problem with one more response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, more, reason);
    }

    /** This problem with a reason. */
    public Problem withReason(String word) {
        return new Problem(code, detail, errors, headers, Optional.of(word));
    }
}

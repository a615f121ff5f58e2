package io.omnibridge.adapters.providers.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a path as a client sent it (RFC 3986 §3.3), once. Whatever two programs could read differently is refused: dot segments,
 * empty segments, encoded separators, {@code ;}, control characters, double encoding.
 */
final class RawPath {

    private static final int MAX_LENGTH = 4096;

    /** {@code pchar} without {@code ;}. */
    private static final Pattern ALLOWED = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@%/-]*");

    private RawPath() {}

    /**
     * Returns the decoded segments.
     *
     * @throws InvalidRequest unless the path has exactly one reading
     */
    static List<String> segments(String path) throws InvalidRequest {
        if (path.length() > MAX_LENGTH) {
            throw new InvalidRequest("The path is longer than 4,096 characters.");
        }
        if (!ALLOWED.matcher(path).matches()) {
            throw new InvalidRequest("The path has a character that has to be percent-encoded, or a semicolon.");
        }
        List<String> segments = new ArrayList<>();
        for (String raw : path.substring(1).split("/", -1)) {
            segments.add(segment(raw));
        }
        return segments;
    }

    private static String segment(String raw) throws InvalidRequest {
        String segment = Percent.decode(raw);
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new InvalidRequest("The path has an empty segment or a dot segment.");
        }
        if (segment.chars().anyMatch(c -> c == '/' || c == '\\' || c == ';' || Character.isISOControl(c))) {
            throw new InvalidRequest("A segment of the path has a separator or a control character in it.");
        }
        if (Percent.isEncoded(segment)) {
            throw new InvalidRequest("The path is encoded twice.");
        }
        return segment;
    }
}

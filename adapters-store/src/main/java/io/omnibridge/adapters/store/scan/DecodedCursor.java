package io.omnibridge.adapters.store.scan;

import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a position of a sweep consists of, as the store that gave it understands it: parts, all of them empty at the start.
 * Where they are the parts of the key that was met last, they are as the store has it, whether or not it can be one.
 */
public record DecodedCursor(Kind kind, List<String> parts) {

    /** What is swept, and in which way. */
    public enum Kind {
        /** By key: user, provider, and provider account id. */
        ACCOUNTS("a", 3),
        /** By key: the user. */
        USERS("u", 1),
        /** By key: the user, and the obligation id. */
        PENDING_REVOCATIONS("o", 2),
        /** Server by server, as Redis scans. */
        SCANNED_ACCOUNTS("sa", 7),
        /** Server by server, as Redis scans. */
        SCANNED_USERS("su", 7),
        /** By where the index of Redis has the user: which part of it, and which place there. */
        INDEXED_REVOCATIONS("io", 2);

        private final String mark;
        private final int parts;

        Kind(String mark, int parts) {
            this.mark = mark;
            this.parts = parts;
        }
    }

    public DecodedCursor {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a position.
     *
     * @throws InvalidValue if it is none of this kind
     */
    public static DecodedCursor of(Kind kind, ScanCursor position) {
        if (position.equals(ScanCursor.START)) {
            return new DecodedCursor(kind, Collections.nCopies(kind.parts, ""));
        }
        String[] marked = position.value().split("\\.", -1);
        InvalidValue.unless(
                marked.length == kind.parts + 1 && marked[0].equals(kind.mark), "must be a position of this sweep");
        return new DecodedCursor(
                kind, Arrays.stream(marked).skip(1).map(DecodedCursor::decode).toList());
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** As it is handed out. */
    public ScanCursor printable() {
        return new ScanCursor(Stream.concat(Stream.of(kind.mark), parts.stream().map(DecodedCursor::encode))
                .collect(Collectors.joining(".")));
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /** No store keeps a NUL in a key, and PostgreSQL cannot even be asked about one. */
    private static String decode(String encoded) {
        try {
            String part = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            InvalidValue.unless(part.indexOf('\0') < 0, "must be a position of this sweep");
            return part;
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("must be a position of this sweep");
        }
    }
}

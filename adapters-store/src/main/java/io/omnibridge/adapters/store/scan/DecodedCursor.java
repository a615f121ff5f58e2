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
 * Cursor of a scan as the store that returned it understands it: parts, all of them empty at the start. Parts of the last key are
 * as the store has them, readable or not.
 */
public record DecodedCursor(CursorKind kind, List<String> parts) {

    public DecodedCursor {
        parts = List.copyOf(parts);
    }

    /**
     * Decodes a cursor.
     *
     * @throws InvalidValue if it is not of this kind
     */
    public static DecodedCursor of(CursorKind kind, ScanCursor cursor) {
        if (cursor.equals(ScanCursor.START)) {
            return new DecodedCursor(kind, Collections.nCopies(kind.parts, ""));
        }
        String[] marked = cursor.value().split("\\.", -1);
        InvalidValue.unless(
                marked.length == kind.parts + 1 && marked[0].equals(kind.mark), "must be a cursor of this scan");
        return new DecodedCursor(
                kind, Arrays.stream(marked).skip(1).map(DecodedCursor::decode).toList());
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** Returns the cursor as callers get it. */
    public ScanCursor printable() {
        return new ScanCursor(Stream.concat(Stream.of(kind.mark), parts.stream().map(DecodedCursor::encode))
                .collect(Collectors.joining(".")));
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }

    /** No store has a NUL in a key, and PostgreSQL accepts none in a parameter. */
    private static String decode(String encoded) {
        try {
            String part = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            InvalidValue.unless(part.indexOf('\0') < 0, "must be a cursor of this scan");
            return part;
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("must be a cursor of this scan");
        }
    }
}

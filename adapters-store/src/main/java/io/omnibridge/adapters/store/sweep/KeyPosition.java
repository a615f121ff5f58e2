package io.omnibridge.adapters.store.sweep;

import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A position of a sweep that goes in the order of a key: the parts of the key that was met last, all of them empty at the
 * start. The key is as the store has it, whether or not it can be one.
 */
public record KeyPosition(Kind kind, List<String> parts) {

    /** What is swept, and so what the key is made of. */
    public enum Kind {
        /** User, provider, and provider account id. */
        ACCOUNTS("a", 3),
        /** The user. */
        USERS("u", 1);

        private final String mark;
        private final int parts;

        Kind(String mark, int parts) {
            this.mark = mark;
            this.parts = parts;
        }
    }

    public KeyPosition {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a position.
     *
     * @throws InvalidValue if it is none of this kind
     */
    public static KeyPosition of(Kind kind, SweepPosition position) {
        if (position.equals(SweepPosition.START)) {
            return new KeyPosition(kind, Collections.nCopies(kind.parts, ""));
        }
        String[] marked = position.value().split("\\.", -1);
        InvalidValue.unless(
                marked.length == kind.parts + 1 && marked[0].equals(kind.mark), "must be a position of this sweep");
        return new KeyPosition(
                kind, Arrays.stream(marked).skip(1).map(KeyPosition::decode).toList());
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** As it is handed out. */
    public SweepPosition printable() {
        return new SweepPosition(
                Stream.concat(Stream.of(kind.mark), parts.stream().map(KeyPosition::encode))
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

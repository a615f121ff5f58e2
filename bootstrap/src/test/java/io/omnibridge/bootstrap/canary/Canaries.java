package io.omnibridge.bootstrap.canary;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Secrets that cannot occur by chance, and the search for them: raw, base64, base64url, hexadecimal and URL-encoded, whole or
 * in part. A part of 24 characters is always found. Thread-safe.
 */
public final class Canaries {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int WINDOW = 16;
    private static final int STRIDE = WINDOW / 2;
    private static final int GROUPS = 8;
    private static final int GROUP_LENGTH = 6;

    private final SecureRandom random = new SecureRandom();
    private final List<Trace> traces = new CopyOnWriteArrayList<>();

    private record Trace(String name, Encoding encoding, String pattern) {}

    /** Returns a new secret of 64 visible ASCII characters, some of which have to be escaped in URLs. */
    public String plant(String name) {
        return watch(name, Stream.generate(this::group).limit(GROUPS).collect(Collectors.joining()));
    }

    /** Adds {@code secret}, which has at least 16 characters, to the search and returns it. */
    public String watch(String name, String secret) {
        List<byte[]> windows = windows(secret.getBytes(StandardCharsets.UTF_8));
        Map<String, Trace> byPattern = new LinkedHashMap<>();
        for (Encoding encoding : Encoding.values()) {
            windows.stream()
                    .flatMap(window -> encoding.patterns(window).stream())
                    .forEach(pattern -> byPattern.putIfAbsent(pattern, new Trace(name, encoding, pattern)));
        }
        traces.addAll(byPattern.values());
        return secret;
    }

    /** Returns the names and encodings of the secrets in {@code bytes}, without the secrets themselves. */
    public List<String> sightings(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return traces.stream()
                .filter(trace -> text.contains(trace.pattern()))
                .map(trace -> trace.name() + " as " + trace.encoding())
                .distinct()
                .toList();
    }

    private String group() {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining("", "", "+/"));
    }

    private static List<byte[]> windows(byte[] secret) {
        if (secret.length < WINDOW) {
            throw new IllegalArgumentException("too short to be found without doubt");
        }
        int last = secret.length - WINDOW;
        return IntStream.concat(IntStream.iterate(0, i -> i < last, i -> i + STRIDE), IntStream.of(last))
                .mapToObj(i -> Arrays.copyOfRange(secret, i, i + WINDOW))
                .toList();
    }
}

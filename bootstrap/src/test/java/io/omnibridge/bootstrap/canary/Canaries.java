package io.omnibridge.bootstrap.canary;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int SLOT_BITS = 20;
    private static final int SLOTS = 1 << SLOT_BITS;

    /** An odd number with bits everywhere: its multiples differ in their highest bits. */
    private static final long SPREADING = 0x9E37_79B9_7F4A_7C15L;

    private final SecureRandom random = new SecureRandom();
    private final List<Trace> traces = new CopyOnWriteArrayList<>();

    /** The same by the first eight bytes of their patterns, so that one pass over a text finds all of them. */
    private final Map<Long, List<Trace>> tracesByStart = new ConcurrentHashMap<>();

    private record Trace(String name, Encoding encoding, String pattern) {

        long start() {
            long start = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                start = shifted(start, pattern.charAt(i));
            }
            return start;
        }

        boolean isAt(int position, byte[] bytes) {
            return position + pattern.length() <= bytes.length
                    && IntStream.range(0, pattern.length())
                            .allMatch(i -> pattern.charAt(i) == Byte.toUnsignedInt(bytes[position + i]));
        }
    }

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
        byPattern
                .values()
                .forEach(trace -> tracesByStart
                        .computeIfAbsent(trace.start(), start -> new CopyOnWriteArrayList<>())
                        .add(trace));
        return secret;
    }

    /** Returns the names and encodings of the secrets in {@code bytes}, without the secrets themselves. */
    public List<String> sightings(byte[] bytes) {
        Set<Trace> found = new HashSet<>();
        boolean[] isStart = new boolean[SLOTS];
        tracesByStart.keySet().forEach(start -> isStart[slot(start)] = true);
        long start = 0;
        for (int end = 1; end <= bytes.length; end++) {
            start = shifted(start, Byte.toUnsignedLong(bytes[end - 1]));
            if (isStart[slot(start)] && end >= Long.BYTES) {
                for (Trace trace : tracesByStart.getOrDefault(start, List.of())) {
                    if (trace.isAt(end - Long.BYTES, bytes)) {
                        found.add(trace);
                    }
                }
            }
        }
        return traces.stream()
                .filter(found::contains)
                .map(trace -> trace.name() + " as " + trace.encoding())
                .distinct()
                .toList();
    }

    private static int slot(long start) {
        return (int) ((start * SPREADING) >>> (Long.SIZE - SLOT_BITS));
    }

    private static long shifted(long former, long next) {
        return (former << Byte.SIZE) | next;
    }

    private String group() {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining("", "", "+/"));
    }

    private static List<byte[]> windows(byte[] secret) {
        if (secret.length < WINDOW) {
            throw new IllegalArgumentException("too short to be found reliably");
        }
        int last = secret.length - WINDOW;
        return IntStream.concat(IntStream.iterate(0, i -> i < last, i -> i + STRIDE), IntStream.of(last))
                .mapToObj(i -> Arrays.copyOfRange(secret, i, i + WINDOW))
                .toList();
    }
}

package io.omnibridge.bootstrap.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All output of a test run, by channel. Thread-safe. */
public final class Evidence {

    private final Queue<Piece> pieces = new ConcurrentLinkedQueue<>();

    private record Piece(String channel, String text) {}

    public void add(String channel, String text) {
        pieces.add(new Piece(channel, text));
    }

    /** Fails if any channel contains a canary. */
    public void assertNoneOf(Canaries canaries) {
        List<String> leaks = pieces.stream()
                .flatMap(piece -> canaries.sightings(piece.text().getBytes(StandardCharsets.UTF_8)).stream()
                        .map(sighting -> sighting + " in " + piece.channel()))
                .distinct()
                .toList();
        assertEquals(List.of(), leaks, "secrets came out");
    }
}

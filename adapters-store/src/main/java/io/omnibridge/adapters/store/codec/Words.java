package io.omnibridge.adapters.store.codec;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Words with one space between them, read one after the other. What is not there, or is none, is an illegal argument. */
final class Words {

    private final Iterator<String> words;

    Words(String text) {
        this.words = List.of(text.split(" ", -1)).iterator();
    }

    static String join(Object... words) {
        return Arrays.stream(words).map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Milliseconds since 1970. */
    static String time(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    boolean hasNext() {
        return words.hasNext();
    }

    String next() {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("too few words");
        }
        return words.next();
    }

    int number() {
        return Integer.parseInt(next());
    }

    Instant time() {
        return Instant.ofEpochMilli(Long.parseLong(next()));
    }

    void end() {
        if (words.hasNext()) {
            throw new IllegalArgumentException("too many words");
        }
    }
}

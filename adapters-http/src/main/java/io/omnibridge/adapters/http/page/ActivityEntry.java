package io.omnibridge.adapters.http.page;

import gg.jte.Content;
import java.time.Instant;
import java.util.Objects;

/**
 * One line of a user's activity.
 *
 * @param sentence what happened
 * @param actor who did it
 * @param reference the request id
 */
public record ActivityEntry(Instant at, Content sentence, Content actor, String reference) {

    public ActivityEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(reference, "reference");
    }
}

package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.AttemptState.Completed;
import io.omnibridge.domain.connect.AttemptState.Exchanging;
import io.omnibridge.domain.connect.AttemptState.Failed;
import io.omnibridge.domain.connect.AttemptState.Pending;
import io.omnibridge.domain.connect.AttemptState.Returned;
import io.omnibridge.domain.connect.HashedValue;

/** How far an attempt has come, as durable stores keep it: words with one space between them, on one line. */
public final class AttemptStateCodec {

    /** All of the text of an attempt that is pending, and of no other. */
    public static final String PENDING = "PENDING";

    private AttemptStateCodec() {}

    public static String of(AttemptState state) {
        if (state instanceof Pending) {
            return PENDING;
        }
        if (state instanceof Returned returned) {
            return Words.join(
                    "RETURNED", returned.ticket().sha256(), Words.time(returned.until()), returned.wrongTickets());
        }
        if (state instanceof Exchanging exchanging) {
            return Words.join("EXCHANGING", Words.time(exchanging.until()));
        }
        if (state instanceof Completed completed) {
            return Words.join("COMPLETED", completed.account().value(), completed.isNew() ? "anew" : "again");
        }
        return Words.join("FAILED", ((Failed) state).reason());
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static AttemptState parse(String text) {
        Words words = new Words(text);
        AttemptState state = state(words);
        words.end();
        return state;
    }

    private static AttemptState state(Words words) {
        return switch (words.next()) {
            case PENDING -> new Pending();
            case "RETURNED" -> new Returned(new HashedValue(words.next()), words.time(), words.number());
            case "EXCHANGING" -> new Exchanging(words.time());
            case "COMPLETED" ->
                new Completed(new ProviderAccountId(words.next()), words.next().equals("anew"));
            case "FAILED" -> new Failed(AttemptFailure.valueOf(words.next()));
            default -> throw new IllegalArgumentException("no state of an attempt");
        };
    }
}

package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.util.Optional;

/**
 * A state of refresh as durable stores keep it: words with one space between them, on one line. The same state always gives
 * the same text, so that a conditional write may compare the texts. Times are to the millisecond.
 */
public final class RefreshStateCodec {

    /** What every account begins with: the migration of PostgreSQL's schema has it too. */
    static final String READY = "I 0 0";

    private RefreshStateCodec() {}

    public static String of(RefreshState state) {
        if (state instanceof Idle idle) {
            return Words.join("I", Words.time(idle.notBefore()), idle.failures());
        }
        if (state instanceof Calling calling) {
            String text = Words.join(
                    "C", Words.time(calling.firstSentAt()), Words.time(calling.deadline()), calling.failures());
            return calling.unknown().map(before -> Words.join(text, of(before))).orElse(text);
        }
        if (state instanceof Unknown unknown) {
            return Words.join(
                    "U",
                    Words.time(unknown.since()),
                    Words.time(unknown.firstSentAt()),
                    Words.time(unknown.notBefore()),
                    unknown.failures());
        }
        Ended ended = (Ended) state;
        return Words.join("E", ended.reason(), Words.time(ended.since()));
    }

    /** Whether two states are the same to the millisecond, which is how they are stored. */
    public static boolean isSame(RefreshState one, RefreshState other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    public static RefreshState parse(String text) {
        if (text.equals(READY)) {
            return RefreshState.READY;
        }
        Words words = new Words(text);
        RefreshState state = state(words);
        words.end();
        return state;
    }

    private static RefreshState state(Words words) {
        String kind = words.next();
        return switch (kind) {
            case "I" -> new Idle(words.time(), words.number());
            case "C" -> calling(words);
            case "U" -> unknown(words);
            case "E" -> new Ended(RefreshState.Reason.valueOf(words.next()), words.time());
            default -> throw new IllegalArgumentException("no state of refresh");
        };
    }

    private static Calling calling(Words words) {
        Calling calling = new Calling(Optional.empty(), words.time(), words.time(), words.number());
        if (!words.hasNext()) {
            return calling;
        }
        if (!words.next().equals("U")) {
            throw new IllegalArgumentException("no state of refresh");
        }
        return new Calling(Optional.of(unknown(words)), calling.firstSentAt(), calling.deadline(), calling.failures());
    }

    private static Unknown unknown(Words words) {
        return new Unknown(words.time(), words.time(), words.time(), words.number());
    }
}

package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import io.omnibridge.domain.refresh.Refusals;
import java.util.Optional;

/**
 * Refresh state as JSON, such as {@code {"v":1,"state":"IDLE","notBefore":0,"failures":0}}. The same state always gives the
 * same text, so that a conditional write may compare texts. Times are in milliseconds.
 */
public final class RefreshStateCodec {

    private static final String STATE = "state";
    private static final String IDLE = "IDLE";
    private static final String CALLING = "CALLING";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String ENDED = "ENDED";
    private static final String NOT_BEFORE = "notBefore";
    private static final String FAILURES = "failures";
    private static final String FIRST_SENT_AT = "firstSentAt";
    private static final String DEADLINE = "deadline";
    private static final String BEFORE = "before";
    private static final String SINCE = "since";
    private static final String REASON = "reason";
    private static final String REFUSALS = "refusals";
    private static final String REFUSED_SINCE = "refusedSince";

    private static final String READY = write(RefreshState.READY);

    private RefreshStateCodec() {}

    /** Returns the text of {@code state}. */
    public static String of(RefreshState state) {
        return state.equals(RefreshState.READY) ? READY : write(state);
    }

    /** Whether two states are the same to the millisecond, which is how they are stored. */
    public static boolean isSame(RefreshState one, RefreshState other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static RefreshState parse(String text) {
        if (text.equals(READY)) {
            return RefreshState.READY;
        }
        return read(JsonFields.read(text));
    }

    static RefreshState read(JsonFields fields) {
        return fields.complete(state(fields));
    }

    private static String write(RefreshState state) {
        return put(JsonText.versioned(), state).toString();
    }

    static JsonText put(JsonText json, RefreshState state) {
        if (state instanceof Idle idle) {
            json.put(STATE, IDLE)
                    .put(NOT_BEFORE, idle.notBefore().toEpochMilli())
                    .put(FAILURES, idle.failures());
            return put(json, idle.refusals());
        }
        if (state instanceof Calling calling) {
            json.put(STATE, CALLING)
                    .put(FIRST_SENT_AT, calling.firstSentAt().toEpochMilli())
                    .put(DEADLINE, calling.deadline().toEpochMilli())
                    .put(FAILURES, calling.failures());
            put(json, calling.refusals());
            calling.unknown().ifPresent(before -> json.put(BEFORE, put(JsonText.nested(), before)));
            return json;
        }
        if (state instanceof Unknown unknown) {
            json.put(STATE, UNKNOWN)
                    .put(SINCE, unknown.since().toEpochMilli())
                    .put(FIRST_SENT_AT, unknown.firstSentAt().toEpochMilli())
                    .put(NOT_BEFORE, unknown.notBefore().toEpochMilli())
                    .put(FAILURES, unknown.failures());
            return put(json, unknown.refusals());
        }
        Ended ended = (Ended) state;
        return json.put(STATE, ENDED)
                .put(REASON, ended.reason().name())
                .put(SINCE, ended.since().toEpochMilli());
    }

    /** Writes refusals only where there are any. */
    private static JsonText put(JsonText json, Refusals refusals) {
        return refusals.count() == 0
                ? json
                : json.put(REFUSALS, refusals.count())
                        .put(REFUSED_SINCE, refusals.since().toEpochMilli());
    }

    private static Refusals refusals(JsonFields fields) {
        return fields.has(REFUSALS)
                ? new Refusals(fields.smallNumber(REFUSALS), fields.time(REFUSED_SINCE))
                : Refusals.NONE;
    }

    private static RefreshState state(JsonFields fields) {
        return switch (fields.text(STATE)) {
            case IDLE -> new Idle(fields.time(NOT_BEFORE), fields.smallNumber(FAILURES), refusals(fields));
            case CALLING ->
                new Calling(
                        fields.has(BEFORE) ? Optional.of(before(fields.object(BEFORE))) : Optional.empty(),
                        fields.time(FIRST_SENT_AT),
                        fields.time(DEADLINE),
                        fields.smallNumber(FAILURES),
                        refusals(fields));
            case UNKNOWN -> unknown(fields);
            case ENDED -> new Ended(RefreshEndReason.valueOf(fields.text(REASON)), fields.time(SINCE));
            default -> throw new IllegalArgumentException("no refresh state");
        };
    }

    /** What was unknown before the call. */
    private static Unknown before(JsonFields fields) {
        if (!fields.text(STATE).equals(UNKNOWN)) {
            throw new IllegalArgumentException("no refresh state");
        }
        return fields.complete(unknown(fields));
    }

    private static Unknown unknown(JsonFields fields) {
        return new Unknown(
                fields.time(SINCE),
                fields.time(FIRST_SENT_AT),
                fields.time(NOT_BEFORE),
                fields.smallNumber(FAILURES),
                refusals(fields));
    }
}

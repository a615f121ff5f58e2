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

/** State of a connect attempt as fields of the attempt's JSON. */
final class AttemptStateJson {

    private static final String STATE = "state";
    private static final String PENDING = "PENDING";
    private static final String RETURNED = "RETURNED";
    private static final String EXCHANGING = "EXCHANGING";
    private static final String COMPLETED = "COMPLETED";
    private static final String FAILED = "FAILED";
    private static final String TICKET = "ticket";
    private static final String UNTIL = "until";
    private static final String WRONG_TICKETS = "wrongTickets";
    private static final String PROVIDER_ACCOUNT_ID = "providerAccountId";
    private static final String NEW_ACCOUNT = "newAccount";
    private static final String REASON = "reason";

    private AttemptStateJson() {}

    /** Returns the one word that names the state, without what it carries. */
    static String name(AttemptState state) {
        if (state instanceof Pending) {
            return PENDING;
        }
        if (state instanceof Returned) {
            return RETURNED;
        }
        if (state instanceof Exchanging) {
            return EXCHANGING;
        }
        return state instanceof Completed ? COMPLETED : FAILED;
    }

    static void put(JsonText json, AttemptState state) {
        json.put(STATE, name(state));
        if (state instanceof Returned returned) {
            json.put(TICKET, returned.ticket().sha256())
                    .put(UNTIL, returned.until().toEpochMilli())
                    .put(WRONG_TICKETS, returned.wrongTickets());
        } else if (state instanceof Exchanging exchanging) {
            json.put(UNTIL, exchanging.until().toEpochMilli());
        } else if (state instanceof Completed completed) {
            json.put(PROVIDER_ACCOUNT_ID, completed.account().value()).put(NEW_ACCOUNT, completed.isNew());
        } else if (state instanceof Failed failed) {
            json.put(REASON, failed.reason().name());
        }
    }

    static AttemptState read(JsonFields fields) {
        return switch (fields.text(STATE)) {
            case PENDING -> new Pending();
            case RETURNED ->
                new Returned(
                        new HashedValue(fields.text(TICKET)), fields.time(UNTIL), fields.smallNumber(WRONG_TICKETS));
            case EXCHANGING -> new Exchanging(fields.time(UNTIL));
            case COMPLETED ->
                new Completed(new ProviderAccountId(fields.text(PROVIDER_ACCOUNT_ID)), fields.flag(NEW_ACCOUNT));
            case FAILED -> new Failed(AttemptFailure.valueOf(fields.text(REASON)));
            default -> throw new IllegalArgumentException("no state of an attempt");
        };
    }
}

package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.SignOut;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.identity.UserId;

/** Statements on the times at which users signed out. */
final class SignOutQueries {

    private static final String FIND = """
            SELECT signed_out_at, forget_at IS NOT NULL AS is_of_erased
              FROM sign_outs
             WHERE user_id = ? AND (forget_at IS NULL OR forget_at > now())
            """;

    /** Erasing the user in this store may have left a time. */
    private static final String LOAD = """
            INSERT INTO sign_outs (user_id, signed_out_at)
            VALUES (?, ?)
            ON CONFLICT (user_id) DO UPDATE SET signed_out_at = excluded.signed_out_at, forget_at = NULL
            RETURNING user_id
            """;

    private static final String REMOVE_FORGOTTEN = """
            DELETE FROM sign_outs WHERE forget_at <= now() RETURNING user_id
            """;

    private SignOutQueries() {}

    static Query<SignOut> find(UserId user) {
        return new Query<>(
                FIND,
                parameters -> parameters.text(user.value()),
                row -> new SignOut(row.time("signed_out_at"), row.flag("is_of_erased")));
    }

    static DatabaseWork<Boolean> load(UserChunk.SignedOut last) {
        return Query.change(
                LOAD, parameters -> parameters.text(last.user().value()).time(last.at()));
    }

    static DatabaseWork<Boolean> removeForgotten() {
        return Query.change(REMOVE_FORGOTTEN, parameters -> {});
    }
}

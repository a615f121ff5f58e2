package io.omnibridge.adapters.store.postgres;

import java.time.Instant;

/** Clause of a {@link WriteStatement} that records a sign-out. */
final class SignOutClauses {

    private static final String RECORD = """
            sign_out AS (
                INSERT INTO sign_outs (user_id, signed_out_at)
                SELECT user_id, CAST(? AS timestamptz) FROM chain_head
                ON CONFLICT (user_id) DO UPDATE
                   SET signed_out_at = greatest(sign_outs.signed_out_at, excluded.signed_out_at), forget_at = NULL
            ),
            """;

    private SignOutClauses() {}

    static WriteClause of(Instant signOut) {
        return new WriteClause(RECORD, parameters -> parameters.time(signOut));
    }
}

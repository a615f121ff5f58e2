package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Clauses of a {@link WriteStatement} that change pending revocations. */
final class RevocationClauses {

    private static final String CANCEL = """
            cancelled AS (
                DELETE FROM pending_revocations
                 USING chain_head
                 WHERE pending_revocations.user_id = chain_head.user_id AND provider = ?
                   AND provider_account_id IN (?, ?) AND scope = 'GRANT'
            ),
            """;

    private static final String ADD = """
            added AS (
                INSERT INTO pending_revocations (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM chain_head
            ),
            """.formatted(Columns.OF_REVOCATION);

    private static final String COMPLETE = """
            completed AS (
                DELETE FROM pending_revocations
                 USING chain_head
                 WHERE pending_revocations.user_id = chain_head.user_id AND pending_revocation_id = ?
            ),
            """;

    private RevocationClauses() {}

    static List<WriteClause> of(RevocationChanges changes) {
        return Stream.of(
                        changes.cancelled().map(key -> new WriteClause(CANCEL, parameters -> fillIn(parameters, key))),
                        changes.added()
                                .map(added -> new WriteClause(ADD, parameters -> Columns.fillIn(parameters, added))),
                        changes.completed()
                                .map(id -> new WriteClause(COMPLETE, parameters -> parameters.text(id.value()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void fillIn(Parameters parameters, AccountKey linked) throws SQLException {
        Columns.fillIn(parameters, linked);
        parameters.text(ProviderAccountId.UNKNOWN.value());
    }
}

package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.postgres.WriteStatement.Part;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a {@link WriteStatement} does to obligations. */
final class RevocationParts {

    private static final String CANCEL = """
            cancelled AS (
                DELETE FROM obligations
                 USING head
                 WHERE obligations.user_id = head.user_id AND provider = ? AND provider_account_id = ?
                   AND scope = 'GRANT'
            ),
            """;

    private static final String ADD = """
            owed AS (
                INSERT INTO obligations (user_id, %s)
                SELECT user_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM head
            ),
            """.formatted(Columns.OF_OBLIGATION);

    private static final String COMPLETE = """
            settled AS (
                DELETE FROM obligations
                 USING head
                 WHERE obligations.user_id = head.user_id AND obligation_id = ?
            ),
            """;

    private RevocationParts() {}

    static List<Part> of(RevocationChanges owing) {
        return Stream.of(
                        owing.cancelled().map(key -> new Part(CANCEL, parameters -> Columns.fillIn(parameters, key))),
                        owing.added().map(owed -> new Part(ADD, parameters -> Columns.fillIn(parameters, owed))),
                        owing.completed().map(id -> new Part(COMPLETE, parameters -> parameters.text(id.value()))))
                .flatMap(Optional::stream)
                .toList();
    }
}

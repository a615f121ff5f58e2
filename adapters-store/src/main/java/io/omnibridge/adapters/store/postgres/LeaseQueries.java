package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.adapters.store.scan.ScanItem;
import io.omnibridge.adapters.store.spi.LeaseUpdate;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.sql.SQLException;
import java.util.List;

/** Statements that read leases, of one user or of all in the order of the primary key, and that seal one anew. */
final class LeaseQueries {

    /** All columns but the user. */
    static final String COLUMNS = "lease_id, expires_at, sealed, used, ended_at";

    private static final String FIND = """
            SELECT user_id, %s
              FROM leases
             WHERE user_id = ? AND lease_id = ?
            """.formatted(COLUMNS);

    private static final String OF_USER = """
            SELECT user_id, %s
              FROM leases
             WHERE user_id = ?
            """.formatted(COLUMNS);

    private static final String SCAN = """
            SELECT user_id, %s
              FROM leases
             WHERE (user_id, lease_id) > (?, ?)
             ORDER BY user_id, lease_id
             LIMIT ?
            """.formatted(COLUMNS);

    private static final String RESEAL = """
            UPDATE leases
               SET sealed = ?
             WHERE user_id = ? AND lease_id = ? AND sealed = ?
            RETURNING user_id
            """;

    private LeaseQueries() {}

    static Query<StoredLease> find(UserId owner, LeaseId id) {
        return new Query<>(FIND, parameters -> parameters.text(owner.value()).text(id.value()), LeaseQueries::lease);
    }

    static Query<StoredLease> of(UserId owner) {
        return new Query<>(OF_USER, parameters -> parameters.text(owner.value()), LeaseQueries::lease);
    }

    static Query<ScanItem<StoredLease>> scan(DecodedCursor after, int limit) {
        return new Query<>(
                SCAN,
                parameters -> parameters.text(after.part(0)).text(after.part(1)).number(limit),
                row -> new ScanItem<>(cursor(row), row.readable(LeaseQueries::lease)));
    }

    static DatabaseWork<Boolean> reseal(LeaseUpdate update) {
        StoredLease scanned = update.scanned();
        return Query.change(
                RESEAL,
                parameters -> parameters
                        .bytes(update.resealed().toBytes())
                        .text(scanned.owner().value())
                        .text(scanned.id().value())
                        .bytes(scanned.sealed().toBytes()));
    }

    static void fillIn(Parameters parameters, StoredLease lease) throws SQLException {
        parameters
                .text(lease.id().value())
                .time(lease.expiresAt())
                .bytes(lease.sealed().toBytes())
                .number(lease.used())
                .time(lease.endedAt());
    }

    private static StoredLease lease(Row row) throws SQLException {
        return new StoredLease(
                new LeaseId(row.text("lease_id")),
                new UserId(row.text("user_id")),
                row.time("expires_at"),
                new SealedLease(row.bytes("sealed")),
                row.number("used"),
                row.optionalTime("ended_at"));
    }

    private static DecodedCursor cursor(Row row) throws SQLException {
        return new DecodedCursor(CursorKind.LEASES, List.of(row.text("user_id"), row.text("lease_id")));
    }
}

package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statement that reads a {@link UseSnapshot}, at one moment. */
final class UseSnapshotQuery {

    /** It returns at least one row, in which head and lease may each be null. */
    private static final String SNAPSHOT = """
            SELECT chain_head_position, chain_head_mac, lease_id, expires_at, used, ended_at
              FROM (VALUES (1)) AS one
              LEFT JOIN use_logs
                ON use_logs.user_id = ?
              LEFT JOIN leases
                ON leases.user_id = ? AND lease_id = ANY (string_to_array(?, ','))
            """;

    private UseSnapshotQuery() {}

    /** Row of a snapshot: the chain head and one lease. */
    private record SnapshotRow(StoredChainHead head, Optional<Map.Entry<LeaseId, UseSnapshot.CountedLease>> lease) {}

    static Database.Work<UseSnapshot> of(UserId user, Collection<LeaseId> leases) {
        String ids = leases.stream().map(LeaseId::value).collect(Collectors.joining(","));
        Query<SnapshotRow> query = new Query<>(
                SNAPSHOT,
                parameters -> parameters.text(user.value()).text(user.value()).text(ids),
                row -> new SnapshotRow(UseQueries.headOrNone(row), lease(row)));
        return connection -> snapshot(query.over(connection));
    }

    private static UseSnapshot snapshot(List<SnapshotRow> rows) {
        return new UseSnapshot(
                rows.get(0).head(),
                rows.stream()
                        .flatMap(row -> row.lease().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Optional<Map.Entry<LeaseId, UseSnapshot.CountedLease>> lease(Row row) throws SQLException {
        return row.isNull("lease_id")
                ? Optional.empty()
                : Optional.of(Map.entry(
                        new LeaseId(row.text("lease_id")),
                        new UseSnapshot.CountedLease(
                                row.time("expires_at"), row.number("used"), row.optionalTime("ended_at"))));
    }
}

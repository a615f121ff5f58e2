package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.CountedLease;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Statement that reads the {@link UseSnapshot} of each of several users, at one moment. */
final class UseSnapshotQuery {

    /** It returns at least one row for each user, in which head and lease may each be null. */
    private static final String SNAPSHOTS = """
            SELECT wanted.user_id, chain_head_position, chain_head_mac, lease_id, expires_at, used, ended_at
              FROM unnest(CAST(? AS text[])) AS wanted (user_id)
              LEFT JOIN use_logs
                ON use_logs.user_id = wanted.user_id
              LEFT JOIN leases
                ON leases.user_id = wanted.user_id AND lease_id = ANY (CAST(? AS text[]))
            """;

    private UseSnapshotQuery() {}

    /** Row of a snapshot: the chain head and one lease. */
    private record SnapshotRow(UserId user, StoredChainHead head, Optional<Map.Entry<LeaseId, CountedLease>> lease) {}

    static DatabaseWork<Map<UserId, UseSnapshot>> of(Map<UserId, Set<LeaseId>> leases) {
        List<LeaseId> ids = leases.values().stream().flatMap(Set::stream).toList();
        Query<SnapshotRow> query = new Query<>(
                SNAPSHOTS,
                parameters -> parameters.texts(leases.keySet(), UserId::value).texts(ids, LeaseId::value),
                row -> new SnapshotRow(new UserId(row.text("user_id")), UseQueries.headOrNone(row), lease(row)));
        return connection -> snapshots(query.over(connection));
    }

    private static Map<UserId, UseSnapshot> snapshots(List<SnapshotRow> rows) {
        Map<UserId, UseSnapshot> snapshots = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(SnapshotRow::user))
                .forEach((user, ofUser) -> snapshots.put(user, snapshot(ofUser)));
        return snapshots;
    }

    private static UseSnapshot snapshot(List<SnapshotRow> rows) {
        return new UseSnapshot(
                rows.get(0).head(),
                rows.stream()
                        .flatMap(row -> row.lease().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Optional<Map.Entry<LeaseId, CountedLease>> lease(Row row) throws SQLException {
        return row.isNull("lease_id")
                ? Optional.empty()
                : Optional.of(Map.entry(
                        new LeaseId(row.text("lease_id")),
                        new CountedLease(row.time("expires_at"), row.number("used"), row.optionalTime("ended_at"))));
    }
}

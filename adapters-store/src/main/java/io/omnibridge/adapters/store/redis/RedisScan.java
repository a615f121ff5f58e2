package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.LayoutFingerprint;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.SlotLayout;
import io.omnibridge.adapters.store.scan.CursorKind;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.HostAndPort;

/**
 * Scans of all servers one after the other, in the order in which each scans its keys; pending revocations by their index.
 * Thread-safe.
 *
 * <p>A server that was restarted is scanned again from its beginning, and all servers are if slots moved or a replica took over.
 * Keys of a slot that moves at the end of a scan can still be missed: no resharding may be under way when a scan ends.
 */
final class RedisScan implements UserScan {

    private final RedisClient redis;

    RedisScan(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        return page(
                CursorKind.SCANNED_ACCOUNTS, UserKeys.ANY_ACCOUNTS, after, limit, new AccountPageReader(redis, limit));
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        KeyScanCursor asked = KeyScanCursor.of(CursorKind.SCANNED_USERS, after);
        SlotLayout layout = redis.layout();
        KeyScanStep step = step(layout, asked.in(layout), UserKeys.ANY_USER, limit);
        List<UserId> users = step.keys().stream()
                .map(UserKeys::owner)
                .flatMap(Optional::stream)
                .toList();
        return new ScanPage<>(users, step.keys().size() - users.size(), next(layout, step));
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        return new RevocationScan(redis, after, limit).page();
    }

    @Override
    public ScanPage<StoredLease> leases(ScanCursor after, int limit) {
        return page(
                CursorKind.SCANNED_LEASES, UserKeys.ANY_SEALED_LEASES, after, limit, new LeasePageReader(redis, limit));
    }

    private <T> ScanPage<T> page(CursorKind kind, String pattern, ScanCursor after, int limit, PageReader<T> reader) {
        KeyScanCursor asked = KeyScanCursor.of(kind, after);
        SlotLayout layout = redis.layout();
        KeyScanStep step = step(layout, asked.in(layout), pattern, limit);
        Optional<StepProgress> done =
                reader.read(step.keys(), step.from().within().among(LayoutFingerprint.of(step.keys())));
        Optional<ScanCursor> next =
                done.isPresent() ? done.map(within -> step.from().within(within).printable()) : next(layout, step);
        return new ScanPage<>(reader.items(), reader.unreadable(), next);
    }

    private KeyScanStep step(SlotLayout layout, KeyScanCursor from, String pattern, int count) {
        HostAndPort server = layout.nodes().get(from.server());
        KeyScanStep step = redis.callNode(server, KeyScanStep.from(from, pattern, count));
        return step.isOfThatRun()
                ? step
                : redis.callNode(server, KeyScanStep.from(from.beginningOfServer(), pattern, count));
    }

    /** Before a scan ends, it checks once more whether the slots are where they were. */
    private Optional<ScanCursor> next(SlotLayout layout, KeyScanStep step) {
        KeyScanCursor next = step.next().orElseGet(step.from()::nextServer);
        if (next.server() < layout.nodes().size()) {
            return Optional.of(next.printable());
        }
        return redis.layout().equals(layout) ? Optional.empty() : Optional.of(ScanCursor.START);
    }
}

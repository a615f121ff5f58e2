package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.KeyScanCursor.Within;
import io.omnibridge.adapters.store.redis.client.LayoutFingerprint;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.SlotLayout;
import io.omnibridge.adapters.store.redis.client.UnreadableValue;
import io.omnibridge.adapters.store.scan.DecodedCursor;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.HostAndPort;

/**
 * The accounts of a {@link RedisStore}, server by server, in the order in which each scans. Thread-safe.
 *
 * <p>A server that was started anew is swept again from its beginning, and everything is where slots have moved, a replica
 * that took over included. Keys of a slot that is on its way at the end of the sweep can be missed all the same: no
 * resharding may be under way when a sweep ends.
 */
final class RedisAccountScan implements AccountScan {

    private final RedisClient redis;

    RedisAccountScan(RedisClient redis) {
        this.redis = redis;
    }

    @Override
    public ScanPage<Account> accounts(ScanCursor after, int limit) {
        KeyScanCursor asked = KeyScanCursor.of(DecodedCursor.Kind.SCANNED_ACCOUNTS, after);
        SlotLayout layout = redis.layout();
        KeyScanStep step = step(layout, asked.in(layout), UserKeys.ANY_ACCOUNTS, limit);
        AccountPageReader read = new AccountPageReader(redis, limit);
        Optional<Within> done = read.read(step.keys(), step.from().within().among(LayoutFingerprint.of(step.keys())));
        Optional<ScanCursor> next =
                done.isPresent() ? done.map(within -> step.from().within(within).printable()) : next(layout, step);
        return new ScanPage<>(read.accounts(), read.unreadable(), next);
    }

    @Override
    public ScanPage<UserId> users(ScanCursor after, int limit) {
        KeyScanCursor asked = KeyScanCursor.of(DecodedCursor.Kind.SCANNED_USERS, after);
        SlotLayout layout = redis.layout();
        KeyScanStep step = step(layout, asked.in(layout), UserKeys.ANY_HEAD, limit);
        List<UserId> users = step.keys().stream()
                .map(UserKeys::owner)
                .flatMap(Optional::stream)
                .toList();
        return new ScanPage<>(users, step.keys().size() - users.size(), next(layout, step));
    }

    @Override
    public boolean reseal(Account scanned, SealedCredentials resealed) {
        return redis.call(ScanCommands.reseal(scanned, resealed));
    }

    @Override
    public ScanPage<PendingRevocation> pendingRevocations(ScanCursor after, int limit) {
        return new RevocationScan(redis, after, limit).page();
    }

    @Override
    public boolean reseal(PendingRevocation scanned, SealedToken resealed) {
        return redis.call(RevocationCommands.replace(scanned, scanned.withSealed(resealed)));
    }

    /** Ways back and the index are in slots of their own: they follow when the user's own keys are gone. */
    @Override
    public ErasedUser erase(UserId user) {
        String place = redis.call(PendingRevocationIndex.place(user));
        List<HashedValue> waysBack = waysBack(user);
        ErasedUser erased = redis.call(ScanCommands.erase(user));
        waysBack.forEach(state -> redis.call(AttemptCommands.removeWayBack(state)));
        redis.call(PendingRevocationIndex.removeErased(user, place));
        return erased;
    }

    /** Something of another type than OmniBridge gives it must not keep a user from being erased. */
    private List<HashedValue> waysBack(UserId user) {
        try {
            return redis.call(AttemptCommands.all(user)).stream()
                    .map(ConnectAttempt::oauthState)
                    .toList();
        } catch (UnreadableValue e) {
            return List.of();
        }
    }

    private KeyScanStep step(SlotLayout layout, KeyScanCursor from, String pattern, int count) {
        HostAndPort server = layout.nodes().get(from.server());
        KeyScanStep step = redis.callNode(server, KeyScanStep.from(from, pattern, count));
        return step.isOfThatRun()
                ? step
                : redis.callNode(server, KeyScanStep.from(from.beginningOfServer(), pattern, count));
    }

    /** Before the sweep ends, it looks once more whether the slots are where they were when it looked for the last time. */
    private Optional<ScanCursor> next(SlotLayout layout, KeyScanStep step) {
        KeyScanCursor next = step.next().orElseGet(step.from()::nextServer);
        if (next.server() < layout.nodes().size()) {
            return Optional.of(next.printable());
        }
        return redis.layout().equals(layout) ? Optional.empty() : Optional.of(ScanCursor.START);
    }
}

package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.ScanPosition.Within;
import io.omnibridge.adapters.store.sweep.SweepPlace;
import io.omnibridge.application.port.AccountSweep;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.SweepPage;
import io.omnibridge.application.port.SweepPosition;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.Proof;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
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
final class RedisSweep implements AccountSweep {

    private final Redis redis;

    RedisSweep(Redis redis) {
        this.redis = redis;
    }

    @Override
    public SweepPage<Account> accounts(SweepPosition after, int limit) {
        ScanPosition asked = ScanPosition.of(SweepPlace.Kind.SCANNED_ACCOUNTS, after);
        Layout layout = redis.layout();
        ScanStep step = step(layout, asked.in(layout), UserKeys.ANY_ACCOUNTS, limit);
        AccountsOfStep read = new AccountsOfStep(redis, limit);
        Optional<Within> done = read.read(step.keys(), step.from().within().among(Mark.of(step.keys())));
        Optional<SweepPosition> next =
                done.isPresent() ? done.map(within -> step.from().within(within).printable()) : next(layout, step);
        return new SweepPage<>(read.accounts(), read.unreadable(), next);
    }

    @Override
    public SweepPage<UserId> users(SweepPosition after, int limit) {
        ScanPosition asked = ScanPosition.of(SweepPlace.Kind.SCANNED_USERS, after);
        Layout layout = redis.layout();
        ScanStep step = step(layout, asked.in(layout), UserKeys.ANY_HEAD, limit);
        List<UserId> users = step.keys().stream()
                .map(UserKeys::owner)
                .flatMap(Optional::stream)
                .toList();
        return new SweepPage<>(users, step.keys().size() - users.size(), next(layout, step));
    }

    @Override
    public boolean reseal(Account swept, SealedCredentials resealed) {
        return redis.call(SweepCommands.reseal(swept, resealed));
    }

    @Override
    public SweepPage<Obligation> obligations(SweepPosition after, int limit) {
        return new SweptObligations(redis, after, limit).page();
    }

    @Override
    public boolean reseal(Obligation swept, SealedToken resealed) {
        return redis.call(OwedCommands.replace(swept, swept.sealedAnew(resealed)));
    }

    /** Ways back and the index are in slots of their own: they follow when the user's own keys are gone. */
    @Override
    public ErasedUser erase(UserId user) {
        String place = redis.call(OwingIndex.place(user));
        List<Proof> waysBack = waysBack(user);
        ErasedUser erased = redis.call(SweepCommands.erase(user));
        waysBack.forEach(state -> redis.call(AttemptCommands.removeWayBack(state)));
        redis.call(OwingIndex.removeErased(user, place));
        return erased;
    }

    /** Something of another type than OmniBridge gives it must not keep a user from being erased. */
    private List<Proof> waysBack(UserId user) {
        try {
            return redis.call(AttemptCommands.all(user)).stream()
                    .map(ConnectAttempt::oauthState)
                    .toList();
        } catch (Row.NotOurs e) {
            return List.of();
        }
    }

    private ScanStep step(Layout layout, ScanPosition from, String pattern, int count) {
        HostAndPort server = layout.servers().get(from.server());
        ScanStep step = redis.callAt(server, ScanStep.from(from, pattern, count));
        return step.isOfThatRun()
                ? step
                : redis.callAt(server, ScanStep.from(from.beginningOfServer(), pattern, count));
    }

    /** Before the sweep ends, it looks once more whether the slots are where they were when it looked for the last time. */
    private Optional<SweepPosition> next(Layout layout, ScanStep step) {
        ScanPosition next = step.next().orElseGet(step.from()::nextServer);
        if (next.server() < layout.servers().size()) {
            return Optional.of(next.printable());
        }
        return redis.layout().equals(layout) ? Optional.empty() : Optional.of(SweepPosition.START);
    }
}

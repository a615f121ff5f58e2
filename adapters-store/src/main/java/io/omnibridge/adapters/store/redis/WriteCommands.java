package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.decision.Change;
import io.omnibridge.adapters.store.decision.Holding;
import io.omnibridge.adapters.store.record.RecordHead;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two steps of a write: what it is decided on, and what it does. Each is one script, and so one step of the server. */
final class WriteCommands {

    private static final Script HOLDING = Script.reading("""
            return {redis.call('HLEN', KEYS[2]),
                    redis.call('HMGET', KEYS[1], 'count', 'mac'),
                    redis.call('HGET', KEYS[2], ARGV[1])}
            """);

    /**
     * A script that fails stays done as far as it came, so whatever can fail comes before the first change: memory that ran
     * out is noticed at the first change at the latest, and a key of another type by reading it.
     */
    private static final Script WRITE = Script.writing("""
            local head = redis.call('HMGET', KEYS[1], 'count', 'mac')
            if (head[1] or '0') ~= ARGV[1] or (head[2] or '') ~= ARGV[2] then
              return 0
            end
            redis.call('HLEN', KEYS[2])
            redis.call('HLEN', KEYS[3])
            redis.call('XADD', KEYS[4], ARGV[3] .. '-0', unpack(ARGV, 9))
            redis.call('HSET', KEYS[1], 'count', ARGV[3], 'mac', ARGV[4])
            if ARGV[5] == 'put' then
              redis.call('HSET', KEYS[2], ARGV[6], ARGV[7])
              redis.call('HSET', KEYS[3], ARGV[6], ARGV[8])
            elseif ARGV[5] == 'remove' then
              redis.call('HDEL', KEYS[2], ARGV[6])
              redis.call('HDEL', KEYS[3], ARGV[6])
            end
            return 1
            """);

    /** What no account has as its field. */
    private static final String NO_FIELD = "";

    private WriteCommands() {}

    /** Reads what concerns {@code action}, at one moment. */
    static Command<Holding> holding(AuditedAction action) {
        UserKeys keys = UserKeys.of(action.user());
        String field = action.account().map(AccountEntry::field).orElse(NO_FIELD);
        return HOLDING.with(
                List.of(keys.head(), keys.accounts()),
                List.of(field),
                reply -> Row.read(() -> holding(action, reply.list(3))));
    }

    /** Changes and records everything where the user's record still ends at {@code former}; answers whether it did. */
    static Command<Boolean> write(RecordHead former, RecordHead head, Change change, AuditEvent event) {
        UserId user = event.action().user();
        UserKeys keys = UserKeys.of(user);
        List<Object> arguments = new ArrayList<>(List.of(
                former.count(), former.mac().toBytes(), head.count(), head.mac().toBytes()));
        arguments.addAll(arguments(change));
        arguments.addAll(EventEntry.fields(event, head.mac()));
        return WRITE.with(
                List.of(keys.head(), keys.accounts(), keys.sealed(), keys.record()),
                arguments,
                reply -> reply.number() == 1);
    }

    private static Holding holding(AuditedAction action, List<Reply> parts) {
        Optional<AccountMetadata> account = action.account()
                .flatMap(key -> parts.get(2).optionalText().map(value -> AccountEntry.metadata(key, value)));
        return new Holding(
                parts.get(0).number(),
                RecordCommands.head(parts.get(1).list(2)),
                account.map(found -> new Holding.Linked(found.version(), found.linkedBy(), found.linkedAt())));
    }

    private static List<Object> arguments(Change change) {
        if (change instanceof Change.Add add) {
            return put(add.account());
        }
        if (change instanceof Change.Replace replace) {
            return put(replace.account());
        }
        return change instanceof Change.Remove remove ? remove(remove.key()) : List.of("nothing", NO_FIELD, "", "");
    }

    private static List<Object> put(Account account) {
        return List.of(
                "put",
                AccountEntry.field(account.key()),
                AccountEntry.value(account.metadata()),
                account.credentials().toBytes());
    }

    private static List<Object> remove(AccountKey key) {
        return List.of("remove", AccountEntry.field(key), "", "");
    }
}

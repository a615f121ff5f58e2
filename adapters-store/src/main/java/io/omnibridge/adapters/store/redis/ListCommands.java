package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import redis.clients.jedis.Protocol;

/** Commands that list accounts of one user. */
final class ListCommands {

    private static final int MAX_FEW = 100;

    /**
     * All of a few accounts that fit into a page, or only the names of more. The client sorts: the server runs one script at a time,
     * and compares texts in the order of its locale.
     */
    private static final Script FEW_OR_NAMES = Script.reading("""
            local accounts = unpack(KEYS)
            local max_few, max_length = tonumber(ARGV[1]), tonumber(ARGV[2])
            if redis.call('HLEN', accounts) <= max_few then
              local few = redis.call('HGETALL', accounts)
              local length = 0
              for i = 2, #few, 2 do
                length = length + #few[i]
              end
              if length <= max_length then
                return {1, few}
              end
            end
            return {0, redis.call('HKEYS', accounts)}
            """);

    /** Accounts in the order of their names, up to a total length. One that was removed meanwhile is null. */
    private static final Script SOME = Script.reading("""
            local accounts = unpack(KEYS)
            local left = tonumber(ARGV[1])
            local some = {}
            for i = 2, #ARGV do
              local json = redis.call('HGET', accounts, ARGV[i])
              some[i - 1] = json
              left = left - (json and #json or 0)
              if left <= 0 then
                break
              end
            end
            return some
            """);

    private ListCommands() {}

    static Command<FewOrKeys> fewOrKeys(UserId owner, int limit) {
        return FEW_OR_NAMES.onKeys(
                List.of(UserKeys.of(owner).accounts()),
                List.of(Math.min(limit, MAX_FEW), AccountPage.MAX_SCOPES_LENGTH),
                reply -> RedisValue.read(() -> fewOrKeys(owner, reply.list(2))));
    }

    /**
     * Reads accounts up to the greatest length of a page. The list has an element for each account that was read, empty for one that
     * is gone; it may be shorter than {@code keys}.
     *
     * @param keys at least one, all of one owner
     */
    static Command<List<Optional<AccountMetadata>>> some(List<AccountKey> keys) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(AccountPage.MAX_SCOPES_LENGTH);
        keys.forEach(key -> arguments.add(AccountCodec.name(key)));
        return SOME.onKeys(
                List.of(UserKeys.of(keys.get(0).owner()).accounts()),
                arguments,
                reply -> RedisValue.read(() -> some(keys, reply.list())));
    }

    static Command<List<AccountKey>> keys(UserId owner) {
        return Command.onKey(
                Protocol.Command.HKEYS,
                UserKeys.of(owner).accounts(),
                reply -> RedisValue.read(() -> keys(owner, reply)));
    }

    private static FewOrKeys fewOrKeys(UserId owner, List<Reply> parts) {
        return parts.get(0).number() == 1
                ? new FewOrKeys(Optional.of(accounts(owner, parts.get(1).list())), List.of())
                : new FewOrKeys(Optional.empty(), keys(owner, parts.get(1)));
    }

    private static List<AccountMetadata> accounts(UserId owner, List<Reply> namesAndValues) {
        List<AccountMetadata> accounts = new ArrayList<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            AccountKey key = AccountCodec.key(owner, namesAndValues.get(i).text());
            accounts.add(AccountCodec.parse(key, namesAndValues.get(i + 1).text()));
        }
        return accounts;
    }

    private static List<AccountKey> keys(UserId owner, Reply names) {
        return names.list().stream()
                .map(name -> AccountCodec.key(owner, name.text()))
                .collect(Collectors.toList());
    }

    private static List<Optional<AccountMetadata>> some(List<AccountKey> keys, List<Reply> values) {
        List<Optional<AccountMetadata>> accounts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            AccountKey key = keys.get(i);
            accounts.add(values.get(i).optionalText().map(json -> AccountCodec.parse(key, json)));
        }
        return accounts;
    }
}

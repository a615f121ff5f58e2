package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.CredentialsUpdate;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/** Commands that read accounts of one user, and that change one without an audit event. */
final class AccountCommands {

    /** Metadata and credentials at one moment, so that no renewal comes between them. */
    private static final Script FIND = Script.reading("""
            local accounts, sealed = unpack(KEYS)
            local account = unpack(ARGV)
            return {redis.call('HGET', accounts, account), redis.call('HGET', sealed, account), redis.call('TIME')}
            """);

    /** Counts the change before it makes it: a write that was based on the account as it was notices. */
    private static final Script REPLACE_METADATA = Script.writing("""
            local user, accounts = unpack(KEYS)
            local account, former_json, next_json = unpack(ARGV)
            if redis.call('HGET', accounts, account) ~= former_json then
              return 0
            end
            redis.call('HINCRBY', user, 'unrecorded_changes', 1)
            redis.call('HSET', accounts, account, next_json)
            return 1
            """);

    private static final Script RESEAL = Script.writing("""
            local accounts, sealed = unpack(KEYS)
            local account, link_id, generation, former_sealed, next_sealed = unpack(ARGV)
            local readable, metadata = pcall(cjson.decode, redis.call('HGET', accounts, account) or '')
            if not readable or type(metadata) ~= 'table' or metadata.linkId ~= link_id
                or metadata.generation ~= tonumber(generation)
                or redis.call('HGET', sealed, account) ~= former_sealed then
              return 0
            end
            redis.call('HSET', sealed, account, next_sealed)
            return 1
            """);

    private AccountCommands() {}

    static Command<Optional<TimedAccount>> find(AccountKey key) {
        UserKeys keys = UserKeys.of(key.owner());
        return FIND.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                List.of(AccountCodec.name(key)),
                reply -> RedisValue.read(() -> timed(key, reply.list(3))));
    }

    static Command<Optional<StoredMetadata>> findMetadata(AccountKey key) {
        return Command.onKey(
                Protocol.Command.HGET,
                UserKeys.of(key.owner()).accounts(),
                reply -> RedisValue.read(() ->
                        reply.optionalText().map(json -> new StoredMetadata(AccountCodec.parse(key, json), json))),
                AccountCodec.name(key));
    }

    /** Replaces the metadata if it still is {@code former}. */
    static Command<Boolean> replace(StoredMetadata former, AccountMetadata next) {
        UserKeys keys = UserKeys.of(next.key().owner());
        return REPLACE_METADATA.onKeys(
                List.of(keys.user(), keys.accounts()),
                List.of(AccountCodec.name(next.key()), former.json(), AccountCodec.of(next)),
                reply -> reply.number() == 1);
    }

    static Command<Boolean> reseal(CredentialsUpdate update) {
        UserKeys keys = UserKeys.of(update.key().owner());
        return RESEAL.onKeys(
                List.of(keys.accounts(), keys.sealed()),
                List.of(
                        AccountCodec.name(update.key()),
                        update.scanned().version().linkId().value(),
                        update.scanned().version().generation(),
                        update.scanned().credentials().toBytes(),
                        update.resealed().toBytes()),
                reply -> reply.number() == 1);
    }

    /** Metadata without credentials is no account: something was removed or evicted, and that is not "not found". */
    static Optional<Account> account(AccountKey key, Reply metadata, Reply sealed) {
        return metadata.optionalText()
                .map(json -> new Account(
                        AccountCodec.parse(key, json),
                        new SealedCredentials(sealed.optionalBytes().orElseThrow())));
    }

    private static Optional<TimedAccount> timed(AccountKey key, List<Reply> parts) {
        Instant at = RedisTime.parse(parts.get(2));
        return account(key, parts.get(0), parts.get(1)).map(account -> new TimedAccount(account, at));
    }
}

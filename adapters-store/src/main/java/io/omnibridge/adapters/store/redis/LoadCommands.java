package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.RevocationCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.UserChunk;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.ArrayList;
import java.util.List;

/** Commands that add rows which another store had, unchanged. Each chunk is one script, so all of it or nothing. */
final class LoadCommands {

    private static final Script START = Script.writing("""
            local user = unpack(KEYS)
            local position, mac = unpack(ARGV)
            redis.call('HSET', user, 'chain_head_position', position, 'chain_head_mac', mac)
            return 1
            """);

    /** Three arguments for each account: provider and account id, metadata, credentials. */
    private static final Script ACCOUNTS = Script.writing("""
            local accounts, sealed = unpack(KEYS)
            for i = 1, #ARGV, 3 do
              local account, account_json, account_sealed = ARGV[i], ARGV[i + 1], ARGV[i + 2]
              redis.call('HSET', accounts, account, account_json)
              redis.call('HSET', sealed, account, account_sealed)
            end
            return 1
            """);

    /** Two arguments for each pending revocation: its field, and its value. */
    private static final Script REVOCATIONS = Script.writing("""
            local user = unpack(KEYS)
            for i = 1, #ARGV, 2 do
              local field, json = ARGV[i], ARGV[i + 1]
              redis.call('HSET', user, field, json)
            end
            return 1
            """);

    /** The first argument is how many arguments each event has: its position, then names and values. */
    static final Script EVENTS = Script.writing("""
            local audit_log = unpack(KEYS)
            local width = tonumber(ARGV[1])
            for i = 2, #ARGV, width do
              local position = ARGV[i]
              redis.call('XADD', audit_log, position .. '-0', unpack(ARGV, i + 1, i + width - 1))
            end
            return 1
            """);

    private LoadCommands() {}

    static Command<Long> of(UserChunk chunk) {
        UserKeys keys = UserKeys.of(chunk.user());
        if (chunk instanceof UserChunk.Start start) {
            return START.onKeys(
                    List.of(keys.user()),
                    List.of(start.head().count(), start.head().mac().toBytes()),
                    Reply::number);
        }
        if (chunk instanceof UserChunk.Accounts page) {
            return ACCOUNTS.onKeys(List.of(keys.accounts(), keys.sealed()), accounts(page.accounts()), Reply::number);
        }
        if (chunk instanceof UserChunk.PendingRevocations page) {
            return REVOCATIONS.onKeys(List.of(keys.user()), revocations(page.pendingRevocations()), Reply::number);
        }
        return chunk instanceof UserChunk.Events page
                ? EVENTS.onKeys(List.of(keys.auditLog()), events(page.oldestFirst()), Reply::number)
                : LoadUseCommands.of(chunk);
    }

    private static List<Object> accounts(List<Account> accounts) {
        List<Object> arguments = new ArrayList<>();
        for (Account account : accounts) {
            arguments.add(AccountCodec.name(account.key()));
            arguments.add(AccountCodec.of(account.metadata()));
            arguments.add(account.credentials().toBytes());
        }
        return arguments;
    }

    private static List<Object> revocations(List<PendingRevocation> revocations) {
        List<Object> arguments = new ArrayList<>();
        for (PendingRevocation revocation : revocations) {
            arguments.add(UserFields.revocation(revocation.id()));
            arguments.add(RevocationCodec.of(revocation));
        }
        return arguments;
    }

    private static List<Object> events(List<ChainedEvent> events) {
        List<Object> arguments = new ArrayList<>();
        for (ChainedEvent event : events) {
            addEntry(arguments, event.position(), EventEntry.fields(event));
        }
        return arguments;
    }

    /** Adds an entry to the arguments of {@link #EVENTS}. */
    static void addEntry(List<Object> arguments, long position, List<Object> fields) {
        if (arguments.isEmpty()) {
            arguments.add(fields.size() + 1);
        }
        arguments.add(position);
        arguments.addAll(fields);
    }
}

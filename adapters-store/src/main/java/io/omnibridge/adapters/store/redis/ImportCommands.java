package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedEvent;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.ArrayList;
import java.util.List;

/** How keys are put back as they were. Each page is one script; how many accounts there are is not kept apart from them. */
final class ImportCommands {

    private static final Script BEGIN = Script.writing("""
            redis.call('HSET', KEYS[1], 'count', ARGV[1], 'mac', ARGV[2])
            return 1
            """);

    private static final Script ACCOUNTS = Script.writing("""
            for i = 1, #ARGV, 3 do
              redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
              redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
            end
            return 1
            """);

    private static final Script PENDING_REVOCATIONS = Script.writing("""
            for i = 1, #ARGV, 2 do
              redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
            end
            return 1
            """);

    /** The first argument is how many there are of each event: its position, and then names and values. */
    private static final Script EVENTS = Script.writing("""
            local width = tonumber(ARGV[1])
            for i = 2, #ARGV, width do
              redis.call('XADD', KEYS[1], ARGV[i] .. '-0', unpack(ARGV, i + 1, i + width - 1))
            end
            return 1
            """);

    private ImportCommands() {}

    static Command<Long> begin(UserId user, StoredChainHead head) {
        return BEGIN.onKeys(
                List.of(UserKeys.of(user).head()),
                List.of(head.count(), head.mac().toBytes()),
                Reply::number);
    }

    static Command<Long> accounts(UserId user, List<Account> accounts) {
        UserKeys keys = UserKeys.of(user);
        List<Object> arguments = new ArrayList<>();
        for (Account account : accounts) {
            arguments.add(AccountEntry.field(account.key()));
            arguments.add(AccountEntry.value(account.metadata()));
            arguments.add(account.credentials().toBytes());
        }
        return ACCOUNTS.onKeys(List.of(keys.accounts(), keys.sealed()), arguments, Reply::number);
    }

    static Command<Long> pendingRevocations(UserId user, List<PendingRevocation> pendingRevocations) {
        List<Object> arguments = new ArrayList<>();
        for (PendingRevocation pendingRevocation : pendingRevocations) {
            arguments.add(RevocationEntry.field(pendingRevocation.id()));
            arguments.add(RevocationEntry.value(pendingRevocation));
        }
        return PENDING_REVOCATIONS.onKeys(List.of(UserKeys.of(user).head()), arguments, Reply::number);
    }

    static Command<Long> events(UserId user, List<ChainedEvent> events) {
        List<Object> arguments = new ArrayList<>();
        for (ChainedEvent recorded : events) {
            List<Object> fields = EventEntry.fields(recorded.event(), recorded.mac());
            if (arguments.isEmpty()) {
                arguments.add(fields.size() + 1);
            }
            arguments.add(recorded.position());
            arguments.addAll(fields);
        }
        return EVENTS.onKeys(List.of(UserKeys.of(user).record()), arguments, Reply::number);
    }
}

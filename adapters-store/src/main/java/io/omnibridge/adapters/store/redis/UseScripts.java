package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.UsePruning;
import io.omnibridge.adapters.store.spi.UseWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Scripts that append to a log of uses and prune it: each is one step of the server. Everything that can fail comes before the first change. */
final class UseScripts {

    /**
     * The names of accounts are joined by line feeds, which none of them has. Then four arguments for
     * each lease: id, how many more uses, how many at most, the time of the last one; and three for each receipt: position, JSON, MAC.
     */
    private static final Script APPEND = Script.writing(DataUseScript.FUNCTIONS + """
            local user, accounts, uses, leases = unpack(KEYS)
            local expected_position, expected_mac, position, mac, minute, names, lease_count = unpack(ARGV, 1, 7)
            local first_lease = 8
            local first_receipt = first_lease + 4 * lease_count

            local stored = redis.call('HMGET', user, 'use_head_position', 'use_head_mac')
            if (stored[1] or '0') ~= expected_position or (stored[2] or '') ~= expected_mac then
              return 0
            end
            for i = first_lease, first_receipt - 1, 4 do
              local lease, more, max = ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
              local used, ended_at = unpack(redis.call('HMGET', leases, lease .. ':used', lease .. ':ended_at'))
              if not used or ended_at or used + more > max then
                return 0
              end
            end
            redis.call('HLEN', accounts)

            for i = first_receipt, #ARGV, 3 do
              redis.call('XADD', uses, ARGV[i] .. '-0', 'receipt', ARGV[i + 1], 'mac', ARGV[i + 2])
            end
            redis.call('HSET', user, 'use_head_position', position, 'use_head_mac', mac)
            for i = first_lease, first_receipt - 1, 4 do
              local lease, more, max, at = unpack(ARGV, i, i + 3)
              if redis.call('HINCRBY', leases, lease .. ':used', more) >= tonumber(max) then
                redis.call('HSET', leases, lease .. ':ended_at', at)
              end
            end
            for name in string.gmatch(names, '[^\\n]+') do
              local json = redis.call('HGET', accounts, name)
              if json and tonumber(use_of(json) or '0') < tonumber(minute) then
                redis.call('HSET', accounts, name, with_use(json, minute))
              end
            end
            return 1
            """);

    /** Begins with a removal, as {@link WriteScript} does: it takes place also when the memory is full. */
    private static final Script PRUNE = Script.writing("""
            local user, uses = unpack(KEYS)
            local expected, position, position_mac, pruned_before, mac, oldest = unpack(ARGV)
            if (redis.call('HGET', user, 'use_base_position') or '0') ~= expected then
              return 0
            end
            redis.call('XTRIM', uses, 'MINID', oldest)
            redis.call('HSET', user, 'use_base_position', position, 'use_base_position_mac', position_mac,
                       'use_base_pruned_before', pruned_before, 'use_base_mac', mac)
            return 1
            """);

    private UseScripts() {}

    static Command<Boolean> append(UseWrite write) {
        UserKeys keys = UserKeys.of(write.user());
        List<Object> arguments = new ArrayList<>(List.of(
                write.former().count(),
                write.former().mac().toBytes(),
                write.head().count(),
                write.head().mac().toBytes(),
                write.dataUse().map(use -> use.minute().toEpochMilli()).orElse(0L),
                write.dataUse()
                        .map(use ->
                                use.accounts().stream().map(AccountCodec::name).collect(Collectors.joining("\n")))
                        .orElse(""),
                write.counts().size()));
        write.counts()
                .forEach((lease, count) -> arguments.addAll(List.of(
                        lease.value(), count.more(), count.max(), count.at().toEpochMilli())));
        for (ChainedUse use : write.receipts()) {
            arguments.addAll(List.of(
                    use.position(), UseReceiptCodec.of(use.receipt()), use.mac().toBytes()));
        }
        return APPEND.onKeys(
                write.counts().isEmpty()
                        ? List.of(keys.user(), keys.accounts(), keys.uses())
                        : List.of(keys.user(), keys.accounts(), keys.uses(), keys.leases()),
                arguments,
                reply -> reply.number() == 1);
    }

    static Command<Boolean> prune(UsePruning pruning) {
        UserKeys keys = UserKeys.of(pruning.user());
        return PRUNE.onKeys(
                List.of(keys.user(), keys.uses()),
                List.of(
                        pruning.formerPosition(),
                        pruning.next().at().count(),
                        pruning.next().at().mac().toBytes(),
                        pruning.next().prunedBefore().toEpochMilli(),
                        pruning.next().mac().toBytes(),
                        pruning.next().at().count() + 1),
                reply -> reply.number() == 1);
    }
}

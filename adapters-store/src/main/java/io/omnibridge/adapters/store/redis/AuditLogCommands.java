package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.domain.identity.UserId;
import java.util.List;

/** Command that reads a page of an audit log. */
final class AuditLogCommands {

    private static final Script PAGE = Script.reading("""
            local user, audit_log = unpack(KEYS)
            local newest, limit = unpack(ARGV)
            return {redis.call('HMGET', user, 'chain_head_position', 'chain_head_mac'),
                    redis.call('XREVRANGE', audit_log, newest, '-', 'COUNT', limit)}
            """);

    private AuditLogCommands() {}

    /** Reads the newest events before a position, and the chain head, at one moment. */
    static Command<ChainedPage> page(UserId user, long before, int limit) {
        return UserLog.CHANGES.page(PAGE, user, before, limit, parts -> page(user, parts));
    }

    private static ChainedPage page(UserId user, List<Reply> headAndEvents) {
        return new ChainedPage(
                UserLog.head(headAndEvents.get(0).list(2)).toChainHead(),
                UserLog.CHANGES.entries(user, headAndEvents.get(1)));
    }
}

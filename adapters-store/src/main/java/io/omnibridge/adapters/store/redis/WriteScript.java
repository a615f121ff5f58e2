package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Script;

/** The script of a write to one user. {@link WriteCommand} builds its arguments. */
final class WriteScript {

    /**
     * A script that fails keeps what it did, so everything that can fail comes before the first change: Redis notices that its memory is
     * full at the first change at the latest, and a key of another type when the key is read.
     *
     * <p>A write that removes something, or signs a user out, takes place also when the memory is full. Redis 6.2 and 7 refuse a command that may
     * grow only if the script has not written before; removing a field that no hash has is such a write.
     */
    static final Script SCRIPT = Script.writing(DataUseScript.FUNCTIONS + LeaseScript.CHANGE + """
            local user, accounts, sealed, audit_log, attempts, attempts_by_begin, attempts_pending = unpack(KEYS)
            local expected_position, expected_mac, expected_changes = ARGV[1], ARGV[2], ARGV[3]
            local position, mac = ARGV[4], ARGV[5]
            local account_change, account, account_json, account_sealed = ARGV[6], ARGV[7], ARGV[8], ARGV[9]
            local attempt_change, attempt, attempt_json, attempt_open_until = ARGV[10], ARGV[11], ARGV[12], ARGV[13]
            local begun_at, outdated_before, attempts_ttl = ARGV[14], ARGV[15], ARGV[16]
            local cancelled_account, cancelled_unknown = ARGV[17], ARGV[18]
            local added, added_json, completed = ARGV[19], ARGV[20], ARGV[21]
            local lease_change, lease, lease_expires_at, lease_sealed, lease_at = unpack(ARGV, 22, 26)
            local signed_out_at = ARGV[27]
            local first_event_field = 28
            local leases, sealed_leases, signed_out
            if lease_change ~= '' then
              leases, sealed_leases, attempts = KEYS[5], KEYS[6], nil
            elseif signed_out_at ~= '' then
              signed_out, attempts = KEYS[5], nil
            end

            local stored = redis.call('HMGET', user, 'chain_head_position', 'chain_head_mac', 'unrecorded_changes')
            if (stored[1] or '0') ~= expected_position or (stored[2] or '') ~= expected_mac
                or (stored[3] or '0') ~= expected_changes then
              return 0
            end
            redis.call('HLEN', accounts)
            redis.call('HLEN', sealed)
            if attempts then
              redis.call('HLEN', attempts)
              redis.call('ZCARD', attempts_by_begin)
              redis.call('ZCARD', attempts_pending)
            end

            if leases then
              redis.call('HLEN', leases)
              redis.call('HLEN', sealed_leases)
            end
            local last = signed_out and redis.call('GET', signed_out)
            if account_change == 'remove' or completed ~= '' or lease_change == 'end' or signed_out then
              redis.call('HDEL', user, '')
            end
            redis.call('XADD', audit_log, position .. '-0', unpack(ARGV, first_event_field))
            redis.call('HSET', user, 'chain_head_position', position, 'chain_head_mac', mac)

            if account_change == 'put' or account_change == 'put_metadata' then
              redis.call('HSET', accounts, account, with_use(account_json, use_of(redis.call('HGET', accounts, account))))
              if account_change == 'put' then
                redis.call('HSET', sealed, account, account_sealed)
              end
            elseif account_change == 'remove' then
              redis.call('HDEL', accounts, account)
              redis.call('HDEL', sealed, account)
            end

            if attempt_change == 'begin' then
              for _, outdated in ipairs(redis.call('ZRANGEBYSCORE', attempts_by_begin, '-inf', '(' .. outdated_before, 'LIMIT', 0, 100)) do
                redis.call('HDEL', attempts, outdated)
                redis.call('ZREM', attempts_by_begin, outdated)
                redis.call('ZREM', attempts_pending, outdated)
              end
              redis.call('HSET', attempts, attempt, attempt_json)
              redis.call('ZADD', attempts_by_begin, begun_at, attempt)
              redis.call('ZADD', attempts_pending, attempt_open_until, attempt)
              redis.call('PEXPIRE', attempts, attempts_ttl)
              redis.call('PEXPIRE', attempts_by_begin, attempts_ttl)
              redis.call('PEXPIRE', attempts_pending, attempts_ttl)
            elseif attempt_change == 'proceed' then
              redis.call('HSET', attempts, attempt, attempt_json)
              if attempt_open_until ~= '' then
                redis.call('ZADD', attempts_pending, attempt_open_until, attempt)
              else
                redis.call('ZREM', attempts_pending, attempt)
              end
            end

            if cancelled_account ~= '' then
              local fields = redis.call('HGETALL', user)
              for i = 1, #fields, 2 do
                if string.sub(fields[i], 1, 19) == 'pending_revocation:' then
                  local readable, revocation = pcall(cjson.decode, fields[i + 1])
                  if readable and type(revocation) == 'table' and revocation.scope == 'GRANT'
                      and (revocation.account == cancelled_account or revocation.account == cancelled_unknown) then
                    redis.call('HDEL', user, fields[i])
                  end
                end
              end
            end
            if added ~= '' then
              redis.call('HSET', user, added, added_json)
            end
            if completed ~= '' then
              redis.call('HDEL', user, completed)
            end

            if lease_change == 'add' then
              add_lease(leases, sealed_leases, lease, lease_expires_at, lease_sealed, lease_at)
            elseif lease_change == 'end' then
              redis.call('HSET', leases, lease .. ':ended_at', lease_at)
            end

            if signed_out then
              local last_at = last and string.match(last, '^-?%d+')
              local is_later = last_at and tonumber(last_at) > tonumber(signed_out_at)
              redis.call('SET', signed_out, is_later and last_at or signed_out_at)
            end
            return 1
            """);

    private WriteScript() {}
}

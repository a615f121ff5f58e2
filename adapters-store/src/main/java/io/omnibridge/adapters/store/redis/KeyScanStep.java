package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import java.util.List;
import java.util.Optional;

/**
 * Step of a scan of one server.
 *
 * @param from cursor at which it began
 * @param run id of the server process
 */
record KeyScanStep(KeyScanCursor from, String run, KeyPage page) {

    /** Reads run id and keys at one moment, so that the cursor is known to belong to that run. */
    private static final Script STEP = Script.reading("""
            return {string.match(redis.call('INFO', 'server'), 'run_id:(%x+)'),
                    redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])}
            """);

    /** Reads keys that match {@code pattern}, about {@code count} keys of any kind further. */
    static Command<KeyScanStep> from(KeyScanCursor from, String pattern, int count) {
        return STEP.onNode(List.of(from.cursor(), pattern, count), reply -> of(from, reply.list(2)));
    }

    /** Whether the server process still is the one that returned the cursor. */
    boolean isOfThatRun() {
        return from.isBeginningOfServer() || run.equals(from.run());
    }

    /** Returns each key once, in an order that is always the same. */
    List<String> keys() {
        return page.keys().stream().distinct().sorted().toList();
    }

    /** Returns where the next step begins; empty if this was the last one of the server. */
    Optional<KeyScanCursor> next() {
        return page.isLast() ? Optional.empty() : Optional.of(from.at(run, page.next()));
    }

    private static KeyScanStep of(KeyScanCursor from, List<Reply> parts) {
        return new KeyScanStep(from, parts.get(0).text(), KeyPage.of(parts.get(1)));
    }
}

package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import java.util.List;
import java.util.Optional;

/**
 * One step of a scan of one server.
 *
 * @param from where it began
 * @param run differs after each start of the server
 */
record KeyScanStep(KeyScanCursor from, String run, KeyPage page) {

    /** Both at one moment, so that the cursor is known to be one of that run. */
    private static final Script STEP = Script.reading("""
            return {string.match(redis.call('INFO', 'server'), 'run_id:(%x+)'),
                    redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])}
            """);

    /** The keys that match {@code pattern}, about {@code count} keys of any kind further. */
    static Command<KeyScanStep> from(KeyScanCursor from, String pattern, int count) {
        return STEP.onNode(List.of(from.cursor(), pattern, count), reply -> of(from, reply.list(2)));
    }

    /** Whether the server is still the one that gave the cursor. */
    boolean isOfThatRun() {
        return from.isBeginningOfServer() || run.equals(from.run());
    }

    /** Each once, in an order that is always the same. */
    List<String> keys() {
        return page.keys().stream().distinct().sorted().toList();
    }

    /** Where the next step begins; empty when this was the last one of the server. */
    Optional<KeyScanCursor> next() {
        return page.isLast() ? Optional.empty() : Optional.of(from.at(run, page.next()));
    }

    private static KeyScanStep of(KeyScanCursor from, List<Reply> parts) {
        return new KeyScanStep(from, parts.get(0).text(), KeyPage.of(parts.get(1)));
    }
}

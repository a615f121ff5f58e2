package io.omnibridge.adapters.providers.connectors.slack;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a message: {@code channel:ts}, and {@code :thread_ts} behind it for a reply in a thread.
 *
 * @param ts the message's time, which is unique in its channel
 * @param thread {@code ts} of the message that began the thread, if this is a reply
 */
record SlackId(String channel, String ts, Optional<String> thread) {

    private static final Pattern CHANNEL = Pattern.compile("[A-Z0-9]{1,30}");
    private static final Pattern TS = Pattern.compile("([0-9]{1,11})\\.[0-9]{1,9}");
    private static final Pattern THREAD = Pattern.compile("[?&]thread_ts=([0-9.]{1,21})(?:&|$)");

    /** Returns an id; empty if a part is malformed. */
    static Optional<SlackId> of(String channel, String ts, Optional<String> thread) {
        boolean isValid = CHANNEL.matcher(channel).matches()
                && TS.matcher(ts).matches()
                && thread.stream().allMatch(it -> TS.matcher(it).matches());
        return isValid ? Optional.of(new SlackId(channel, ts, thread.filter(it -> !it.equals(ts)))) : Optional.empty();
    }

    /** Reads the text form; empty if it is malformed. */
    static Optional<SlackId> parse(String text) {
        String[] parts = text.split(":", -1);
        return parts.length == 2 || parts.length == 3
                ? of(parts[0], parts[1], parts.length == 3 ? Optional.of(parts[2]) : Optional.empty())
                : Optional.empty();
    }

    /** Returns {@code thread_ts} of a permalink, which has it if the message is a reply. */
    static Optional<String> threadOf(String permalink) {
        Matcher matcher = THREAD.matcher(permalink);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the message's time, in full seconds. */
    Instant time() {
        return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    }

    /** Returns what is the same wherever the message is found. */
    String identity() {
        return "slack:" + channel + ":" + ts;
    }

    /** Returns the text form. */
    String text() {
        return channel + ":" + ts + thread.map(it -> ":" + it).orElse("");
    }
}

package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.spi.StoreTime;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.application.port.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time in the vault metadata that the nodes of a vault advance while they run. A vault that was put back to an older state has an
 * older time than a node has seen. For one thread.
 */
final class VaultHeartbeat {

    /** Name of the value: the store's time in milliseconds, as text. */
    static final String NAME = "heartbeat";

    private static final Duration PERIOD = Duration.ofSeconds(15);

    /** How far back a failover of Redis may lead without being a restore. */
    static final Duration TOLERATED = Duration.ofMinutes(1);

    private final VaultMetadata metadata;
    private final StoreTime time;
    private Instant latest = Instant.MIN;

    VaultHeartbeat(VaultMetadata metadata, StoreTime time) {
        this.metadata = metadata;
        this.time = time;
    }

    /**
     * Returns whether the vault is older than this node has seen it, and advances its time otherwise.
     *
     * @throws StoreUnavailable if the store did not respond
     */
    boolean wentBack() {
        Optional<byte[]> stored = metadata.find(NAME);
        Instant at = stored.map(VaultHeartbeat::parse).orElse(Instant.MIN);
        if (latest.isAfter(Instant.MIN) && at.isBefore(latest.minus(TOLERATED))) {
            return true;
        }
        latest = at.isAfter(latest) ? at : latest;
        Instant now = time.read();
        if (at.isBefore(now.minus(PERIOD))) {
            advance(stored, now);
        }
        return false;
    }

    /** A store whose memory is full accepts no write; then the time stays as it is. */
    private void advance(Optional<byte[]> stored, Instant now) {
        try {
            byte[] next = Long.toString(now.toEpochMilli()).getBytes(StandardCharsets.UTF_8);
            stored.ifPresentOrElse(
                    former -> metadata.replace(NAME, former, next), () -> metadata.putIfAbsent(NAME, next));
            latest = now.isAfter(latest) ? now : latest;
        } catch (StoreUnavailable e) {
            return;
        }
    }

    /** Reads a time; the earliest one if it cannot be read. */
    private static Instant parse(byte[] stored) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(new String(stored, StandardCharsets.UTF_8)));
        } catch (NumberFormatException e) {
            return Instant.MIN;
        }
    }
}

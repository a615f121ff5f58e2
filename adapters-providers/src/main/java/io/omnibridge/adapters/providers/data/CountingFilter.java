package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.scrub.ByteFilter;
import io.omnibridge.adapters.providers.scrub.UnreadableResponse;
import java.util.function.IntSupplier;

/** Reports what another filter removes. Not thread-safe. */
final class CountingFilter implements ByteFilter {

    private final ByteFilter filter;
    private final IntSupplier masked;
    private final IntSupplier dropped;
    private final Removals removals;
    private int toldMasked;
    private int toldDropped;

    CountingFilter(ByteFilter filter, IntSupplier masked, IntSupplier dropped, Removals removals) {
        this.filter = filter;
        this.masked = masked;
        this.dropped = dropped;
        this.removals = removals;
    }

    @Override
    public byte[] filter(byte[] chunk) throws UnreadableResponse {
        byte[] filtered = filter.filter(chunk);
        tell();
        return filtered;
    }

    @Override
    public byte[] finish() throws UnreadableResponse {
        byte[] rest = filter.finish();
        tell();
        return rest;
    }

    private void tell() {
        removals.masked(masked.getAsInt() - toldMasked);
        toldMasked = masked.getAsInt();
        removals.dropped(dropped.getAsInt() - toldDropped);
        toldDropped = dropped.getAsInt();
    }
}

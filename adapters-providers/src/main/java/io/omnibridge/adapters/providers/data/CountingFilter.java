package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.scrub.ByteFilter;
import io.omnibridge.adapters.providers.scrub.ScrubListener;
import io.omnibridge.adapters.providers.scrub.UnreadableResponse;
import io.omnibridge.domain.account.ProviderId;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener what another filter removes. Not thread-safe. */
final class CountingFilter implements ByteFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CountingFilter.class);

    private final ProviderId provider;
    private final ByteFilter filter;
    private final IntSupplier masked;
    private final IntSupplier dropped;
    private final ScrubListener listener;
    private int toldMasked;
    private int toldDropped;

    CountingFilter(
            ProviderId provider, ByteFilter filter, IntSupplier masked, IntSupplier dropped, ScrubListener listener) {
        this.provider = provider;
        this.filter = filter;
        this.masked = masked;
        this.dropped = dropped;
        this.listener = listener;
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
        if (masked.getAsInt() > toldMasked) {
            LOG.warn("{}: a token in a response was masked", provider.value());
            listener.masked(masked.getAsInt() - toldMasked);
            toldMasked = masked.getAsInt();
        }
        if (dropped.getAsInt() > toldDropped) {
            listener.droppedFields(dropped.getAsInt() - toldDropped);
            toldDropped = dropped.getAsInt();
        }
    }
}

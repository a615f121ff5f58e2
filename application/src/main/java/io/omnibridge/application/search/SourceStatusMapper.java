package io.omnibridge.application.search;

import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.search.SourceStatus;
import io.omnibridge.domain.use.UseFailure;

/** Maps the result of a source to its status in the response. */
final class SourceStatusMapper {

    private SourceStatusMapper() {}

    /** Returns the status of a source that was not asked. */
    static SourceStatus check(CheckedSource checked) {
        if (!(checked instanceof CheckedSource.Refused refused)) {
            return SourceStatus.ERROR;
        }
        UseRefusal refusal = refused.refusal();
        if (refusal instanceof UseRefusal.NeedsReconnect) {
            return SourceStatus.NEEDS_RECONNECT;
        }
        if (refusal instanceof UseRefusal.NotGranted) {
            return SourceStatus.NOT_GRANTED;
        }
        return refusal instanceof UseRefusal.NotConfigured || refusal instanceof UseRefusal.NotUsable
                ? SourceStatus.NOT_CONFIGURED
                : SourceStatus.ERROR;
    }

    /** Returns the status of a source that gave nothing. */
    static SourceStatus failure(UseFailure reason) {
        return switch (reason) {
            case PROVIDER_TIMEOUT -> SourceStatus.TIMEOUT;
            case RATE_LIMITED -> SourceStatus.RATE_LIMITED;
            case NEEDS_RECONNECT -> SourceStatus.NEEDS_RECONNECT;
            case NOT_GRANTED -> SourceStatus.NOT_GRANTED;
            case NOT_CONFIRMED, NOT_CONFIGURED -> SourceStatus.NOT_CONFIGURED;
            case BUSY -> SourceStatus.BUSY;
            default -> SourceStatus.ERROR;
        };
    }
}

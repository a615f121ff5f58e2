package io.omnibridge.application.use;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.BorrowResult;
import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.use.UseRefusal.NotUsable;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Calls a provider's API with borrowed credentials, for a use that has its receipt. Thread-safe. */
public final class CallApi {

    private final ProviderApis apis;
    private final BorrowCredentials borrowCredentials;
    private final UseChecks checks;
    private final UseEvents events;
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, in nanoseconds */
    public CallApi(
            ProviderApis apis,
            BorrowCredentials borrowCredentials,
            UseChecks checks,
            UseEvents events,
            LongSupplier nanoTime) {
        this.apis = Objects.requireNonNull(apis);
        this.borrowCredentials = Objects.requireNonNull(borrowCredentials);
        this.checks = Objects.requireNonNull(checks);
        this.events = Objects.requireNonNull(events);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /**
     * Calls the API. An account that was linked by token is confirmed first.
     *
     * @param timeLeft returns how long to wait for a refresh, and then for the beginning of a response
     * @throws io.omnibridge.application.port.CredentialsUnreadable if the stored credentials do not open
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer
     */
    CallResult call(OpenedAccount opened, ApiRead read, Supplier<Duration> timeLeft) {
        return switch (checks.linkedByToken().confirm(opened)) {
            case CONFIRMED -> borrow(opened, new ReadCall(apis, read, timeLeft, events, nanoTime));
            case REFUTED ->
                CallResult.refused(UseFailure.NOT_CONFIRMED, new NotUsable(UnusableTokenReason.NOT_CONFIRMED));
            case UNKNOWN -> CallResult.failed(UseFailure.PROVIDER_UNAVAILABLE, Duration.ZERO);
        };
    }

    private CallResult borrow(OpenedAccount opened, ReadCall call) {
        BorrowResult<ApiReadResult> result =
                borrowCredentials.borrow(opened, call.timeLeft().get(), call);
        if (result instanceof BorrowResult.Lent<ApiReadResult> lent) {
            return read(opened, lent.value());
        }
        if (result instanceof BorrowResult.NeedsReconnect<ApiReadResult> needsReconnect) {
            return CallResult.refused(
                    UseFailure.NEEDS_RECONNECT, new UseRefusal.NeedsReconnect(needsReconnect.reason()));
        }
        return result instanceof BorrowResult.Unavailable<ApiReadResult> unavailable
                ? CallResult.failed(UseFailure.PROVIDER_UNAVAILABLE, unavailable.retryAfter())
                : CallResult.refused(UseFailure.NOT_FOUND, new UseRefusal.NotFound());
    }

    private CallResult read(OpenedAccount opened, ApiReadResult result) {
        if (result instanceof ApiReadResult.Response response) {
            return new CallResult.Responded(response);
        }
        if (result instanceof ApiReadResult.LimitReached limit) {
            checks.limits().note(opened.account().key(), limit.limitGroup(), limit.retryAfter());
            return CallResult.limitReached(limit.retryAfter());
        }
        return CallResult.failed(((ApiReadResult.Failed) result).reason(), Duration.ZERO);
    }
}
